package org.escapement.data;

import java.util.Arrays;
import java.util.List;
import org.escapement.random.Draws;

/** How the rows of a batch are drawn; each trajectory draws its own. */
public enum Sampling {
  /** Every row of every batch independently. */
  WITH_REPLACEMENT,
  /** Distinct rows inside a batch, batches independent of each other. */
  WITHOUT_REPLACEMENT,
  /**
   * Epochs: all rows in a new random order, cut into batches; rows that fill no batch are left out
   * of that epoch.
   */
  RESHUFFLING;

  /** The word of job files. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * The one of a word.
   *
   * @throws IllegalArgumentException for another word
   */
  public static Sampling of(String word) {
    List<String> known = Arrays.stream(values()).map(Sampling::word).toList();
    if (!known.contains(word)) {
      throw new IllegalArgumentException("sampling must be one of " + known + ", got " + word);
    }
    return values()[known.indexOf(word)];
  }

  /**
   * A working copy for batches of b out of N rows.
   *
   * @param firstSlot of the random numbers: at most as many from there on as there are rows
   */
  public Batches start(int rows, int batch, Draws draws, int firstSlot, int lanes) {
    return switch (this) {
      case WITH_REPLACEMENT -> new IndependentRows(rows, batch, draws, firstSlot, lanes);
      case WITHOUT_REPLACEMENT -> new DistinctRows(rows, batch, draws, firstSlot, lanes);
      case RESHUFFLING -> new Epochs(rows, batch, draws, firstSlot, lanes);
    };
  }

  /**
   * The variance of the mean of a batch to that of a single row: gamma of Velikanov et al., which
   * means nothing for epochs, whose batches are not independent.
   */
  public double varianceFactor(int rows, int batch) {
    return this == WITHOUT_REPLACEMENT ? (rows - batch) / ((rows - 1.0) * batch) : 1.0 / batch;
  }
}
