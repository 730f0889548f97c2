package org.escapement.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of data sets in this JVM: made or read once, then found again, and once more when memory
 * had become short. Those that somebody else has read stay.
 */
public final class Loaded {
  private static final Map<DataSet, Kept> KEPT = new ConcurrentHashMap<>();
  private static final Map<DataSet, Rows> TAKEN = new ConcurrentHashMap<>();

  private Loaded() {}

  /** Rows that can be made again, and what they are read from. */
  private static final class Kept {
    private final Files files;
    private SoftReference<Rows> rows = new SoftReference<>(null);

    Kept(Files files) {
      this.files = files;
    }

    synchronized Rows rows(DataSet data) {
      Rows known = rows.get();
      if (known == null) {
        known = made(data, files);
        rows = new SoftReference<>(known);
      }
      return known;
    }
  }

  /**
   * The rows of a data set.
   *
   * @throws IllegalStateException when they come from files that nobody has read here
   */
  public static Rows rows(DataSet data) {
    Rows taken = TAKEN.get(data);
    if (taken != null) {
      return taken;
    }
    Kept kept = KEPT.get(data);
    if (kept != null) {
      return kept.rows(data);
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
    Rows taken = TAKEN.get(data);
    return taken != null
        ? taken
        : KEPT.computeIfAbsent(data, unknown -> new Kept(files)).rows(data);
  }

  private static Rows made(DataSet data, Files files) {
    try {
      return data.rows(files);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Takes rows that somebody else has read, for as long as this JVM lives. */
  public static void take(DataSet data, Rows rows) {
    TAKEN.putIfAbsent(data, rows);
  }
}
