package org.escapement.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Opens files by name, wherever they are. */
public interface Files {

  /**
   * The bytes of a file as they are stored.
   *
   * @throws java.io.FileNotFoundException when there is none, or java.nio.file.NoSuchFileException
   */
  InputStream open(String path) throws IOException;

  /** The whole path, for messages: relative ones begin where the file system says. */
  String place(String path);

  /** The paths that one stands for: itself, or the visible files of a directory by name. */
  List<String> parts(String path) throws IOException;

  /** Looks into the bytes of a Parquet file. */
  Columns parquet(byte[] bytes) throws IOException;

  /** The columns of a table of numbers. */
  interface Columns {
    /** Their names in the order of the file. */
    List<String> names();

    /**
     * Values of columns, {@code [column][row]}.
     *
     * @throws IllegalArgumentException for a column that is missing or holds something else
     */
    double[][] read(List<String> names) throws IOException;
  }
}
