package org.escapement.study.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one job file; the same problem twice counts once. */
final class Problems {
  private static final Comparator<Problem> BY_POSITION =
      Comparator.<Problem, Boolean>comparing(problem -> problem.line() == 0)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column);

  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Position at, String message) {
    found.add(at.problem(message));
  }

  int size() {
    return found.size();
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** Those of the file by line and column, then those of the options. */
  List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(BY_POSITION);
    return List.copyOf(sorted);
  }

  /** Goes on only when there is none. */
  void throwIfAny() {
    if (any()) {
      throw new JobFileException(sorted());
    }
  }
}
