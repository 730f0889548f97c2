package org.escapement.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.escapement.data.Files;

/**
 * Files of any file system that Hadoop knows, such as hdfs: and s3a:; a path without a scheme is
 * one of the default file system.
 */
public final class HadoopFiles implements Files {
  private Configuration configuration;

  /** Read late: most jobs have no files. */
  private synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = Cluster.hadoop(new SparkConf());
    }
    return configuration;
  }

  private FileSystem fileSystem(Path path) throws IOException {
    try {
      return path.getFileSystem(configuration());
    } catch (IllegalArgumentException noSuch) {
      throw new IOException(Reason.of(noSuch), noSuch);
    }
  }

  private static Path path(String name) throws IOException {
    try {
      return new Path(name);
    } catch (IllegalArgumentException none) {
      throw new IOException(Reason.of(none), none);
    }
  }

  @Override
  public InputStream open(String path) throws IOException {
    Path named = path(path);
    return fileSystem(named).open(named);
  }

  @Override
  public String place(String path) {
    try {
      Path named = path(path);
      Path whole = fileSystem(named).makeQualified(named);
      return whole.toString().startsWith("file:") ? whole.toUri().getPath() : whole.toString();
    } catch (IOException unknown) {
      return path;
    }
  }

  @Override
  public List<String> parts(String path) throws IOException {
    Path named = path(path);
    FileSystem files = fileSystem(named);
    if (!files.getFileStatus(named).isDirectory()) {
      return List.of(path);
    }
    return Arrays.stream(files.listStatus(named))
        .filter(FileStatus::isFile)
        .map(FileStatus::getPath)
        .filter(part -> !part.getName().matches("[._].*"))
        .map(Path::toString)
        .sorted()
        .toList();
  }

  @Override
  public Columns parquet(byte[] bytes) throws IOException {
    return new ParquetColumns(bytes);
  }
}
