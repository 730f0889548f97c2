package org.escapement.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of this machine. */
public final class LocalFiles implements Files {
  @Override
  public InputStream open(String path) throws IOException {
    return java.nio.file.Files.newInputStream(Path.of(path));
  }

  @Override
  public String place(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  @Override
  public List<String> parts(String path) throws IOException {
    if (!java.nio.file.Files.isDirectory(Path.of(path))) {
      return List.of(path);
    }
    try (Stream<Path> files = java.nio.file.Files.list(Path.of(path))) {
      return files
          .filter(file -> !file.getFileName().toString().matches("[._].*"))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  @Override
  public Columns parquet(byte[] bytes) {
    throw new IllegalArgumentException("Parquet files are read with Spark's libraries only");
  }
}
