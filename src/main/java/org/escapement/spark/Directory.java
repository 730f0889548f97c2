package org.escapement.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.slf4j.LoggerFactory;

/**
 * A directory of some Hadoop file system, known to driver and executors alike.
 *
 * <p>What others may read appears in it by renaming only. It is written before in a hidden
 * directory beside the tables, so that no pattern of file names meets it half written.
 */
final class Directory implements Serializable {
  private static final String HIDDEN = ".tmp";

  private final String root;
  private final byte[] settings;
  private transient Configuration configuration;

  private Directory(String root, byte[] settings) {
    this.root = root;
    this.settings = settings;
  }

  /**
   * A directory that need not be there yet.
   *
   * @throws IllegalArgumentException when that is no path of a file system
   * @throws IOException when the file system does not answer
   */
  static Directory of(String path, Configuration configuration) throws IOException {
    Path given = new Path(path);
    Path qualified = given.getFileSystem(configuration).makeQualified(given);
    ByteArrayOutputStream settings = new ByteArrayOutputStream();
    configuration.write(new DataOutputStream(settings));
    return new Directory(qualified.toString(), settings.toByteArray());
  }

  /** The directory of that name in this one. */
  Directory child(String name) {
    return new Directory(path(name).toString(), settings);
  }

  /** The path of this directory, or of something below it. */
  Path path(String... names) {
    Path path = new Path(root);
    for (String name : names) {
      path = new Path(path, name);
    }
    return path;
  }

  /** The settings of the file system. */
  synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = new Configuration(false);
      try {
        configuration.readFields(new DataInputStream(new ByteArrayInputStream(settings)));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return configuration;
  }

  /** The file system it is on. */
  FileSystem files() throws IOException {
    FileSystem files = path().getFileSystem(configuration());
    if (files instanceof LocalFileSystem local) {
      local.setWriteChecksum(
          false); // Parquet has its own; hidden .crc files would stand beside every file.
    }
    return files;
  }

  /** A hidden path that nobody else uses. */
  Path hidden(String name) {
    return path(HIDDEN, name + "-" + UUID.randomUUID());
  }

  /**
   * Deletes what runs that were killed left hidden, once it is a day old and if it can. The hidden
   * directory itself stays: another run may be about to write there.
   */
  void sweep() {
    try {
      for (FileStatus left : files().listStatus(path(HIDDEN))) {
        sweep(left);
      }
    } catch (IOException elsewhere) {
      LoggerFactory.getLogger(Directory.class).debug("not swept: {}", this, elsewhere);
    }
  }

  private void sweep(FileStatus left) throws IOException {
    long newest = newest(files(), left);
    long yesterday = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
    if (newest > 0 && newest < yesterday) {
      files().delete(left.getPath(), true);
    }
  }

  /** Object stores do not know the age of a directory: what is in it counts as well. */
  private static long newest(FileSystem files, FileStatus left) throws IOException {
    long newest = left.getModificationTime();
    if (left.isDirectory()) {
      RemoteIterator<LocatedFileStatus> below = files.listFiles(left.getPath(), true);
      while (below.hasNext()) {
        newest = Math.max(newest, below.next().getModificationTime());
      }
    }
    return newest;
  }

  /**
   * Moves a file or a directory to its place. What was there before goes away only now.
   *
   * @param hidden from {@link #hidden}
   */
  void reveal(Path hidden, Path place) throws IOException {
    FileSystem files = files();
    files.mkdirs(place.getParent());
    if (files.exists(place)) {
      Path old = hidden("old");
      move(files, place, old);
      move(files, hidden, place);
      files.delete(old, true);
    } else {
      move(files, hidden, place);
    }
  }

  private static void move(FileSystem files, Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("cannot rename " + from + " to " + to);
    }
  }

  /** What is in a directory and not hidden, by name; nothing where there is no such directory. */
  List<FileStatus> list(Path directory) throws IOException {
    try {
      return Arrays.stream(files().listStatus(directory))
          .filter(status -> isVisible(status.getPath().getName()))
          .sorted((a, b) -> a.getPath().getName().compareTo(b.getPath().getName()))
          .toList();
    } catch (FileNotFoundException nothing) {
      return List.of();
    }
  }

  /** The Parquet files in a directory, by name. */
  List<Path> parquetFiles(Path directory) throws IOException {
    return list(directory).stream()
        .filter(FileStatus::isFile)
        .map(FileStatus::getPath)
        .filter(path -> path.getName().endsWith(".parquet"))
        .toList();
  }

  private static boolean isVisible(String name) {
    return !name.startsWith(".") && !name.startsWith("_");
  }

  @Override
  public String toString() {
    return root.startsWith("file:") ? path().toUri().getPath() : root;
  }
}
