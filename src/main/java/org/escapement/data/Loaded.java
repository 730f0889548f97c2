package org.escapement.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of data sets in this JVM: made or read once, then found again. */
public final class Loaded {
  private static final Map<DataSet, Rows> LOADED = new ConcurrentHashMap<>();

  private Loaded() {}

  /**
   * The rows of a data set.
   *
   * @throws IllegalStateException when they come from files that nobody has read here
   */
  public static Rows rows(DataSet data) {
    Rows known = LOADED.get(data);
    if (known != null) {
      return known;
    }
    if (data.isRead()) {
      throw new IllegalStateException("the files of " + data + " have not been read here");
    }
    return load(data, new LocalFiles());
  }

  /**
   * Reads or makes what is not yet there.
   *
   * @throws IllegalArgumentException when a file holds no such data
   */
  public static Rows load(DataSet data, Files files) {
    return LOADED.computeIfAbsent(data, unknown -> made(unknown, files));
  }

  private static Rows made(DataSet data, Files files) {
    try {
      return data.rows(files);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Takes rows that somebody else has read. */
  public static void take(DataSet data, Rows rows) {
    LOADED.putIfAbsent(data, rows);
  }
}
