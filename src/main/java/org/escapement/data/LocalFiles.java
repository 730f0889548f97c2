package org.escapement.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files of this machine. */
public final class LocalFiles implements Files {
  @Override
  public InputStream open(String path) throws IOException {
    return java.nio.file.Files.newInputStream(Path.of(path));
  }
}
