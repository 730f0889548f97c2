package org.escapement.study.job;

import java.math.BigInteger;
import java.util.List;

/**
 * Which cells a study has: every choice of one row from each group, the first group slowest.
 *
 * @param at where it stands
 * @param groups of axes that vary together: one axis alone, or those of a zip
 */
record Sweep(Position at, List<Group> groups) {
  /** More cells than this are a mistake rather than a plan. */
  static final int MOST_CELLS = 1_000_000;

  /** Axes with equally many values. */
  record Group(List<SweptAxis> axes) {
    int size() {
      return axes.get(0).values().size();
    }
  }

  /** One cell: the job as it is written. */
  static Sweep none(Position at) {
    return new Sweep(at, List.of());
  }

  boolean isTooLarge() {
    return cells().compareTo(BigInteger.valueOf(MOST_CELLS)) > 0;
  }

  List<SweptAxis> axes() {
    return groups.stream().flatMap(group -> group.axes().stream()).toList();
  }

  /** The next choice of rows; the last group is the fastest. */
  void advance(int[] rows) {
    for (int g = rows.length - 1; g >= 0; g--) {
      rows[g]++;
      if (rows[g] < groups.get(g).size()) {
        return;
      }
      rows[g] = 0;
    }
  }

  BigInteger cells() {
    return groups.stream()
        .map(group -> BigInteger.valueOf(group.size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
