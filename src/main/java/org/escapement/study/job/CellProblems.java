package org.escapement.study.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is wrong with some cells: for each position the first cell, and how many there are. */
final class CellProblems {
  private final Map<Position, First> found = new LinkedHashMap<>();

  /** The first complaint at a position. */
  private static final class First {
    private final String message;
    private final String cell;
    private int cells = 1;

    private First(String message, String cell) {
      this.message = message;
      this.cell = cell;
    }
  }

  /**
   * @param cell its swept values, in words
   */
  void add(Complaint complaint, Supplier<String> cell) {
    First first = found.get(complaint.at());
    if (first == null) {
      found.put(complaint.at(), new First(complaint.message(), cell.get()));
    } else {
      first.cells++;
    }
  }

  /**
   * Reports them.
   *
   * @param cells of the whole sweep
   */
  void report(int cells, Problems problems) {
    found.forEach((at, first) -> problems.add(at, first.message + where(first, cells)));
  }

  private static String where(First first, int cells) {
    if (cells == 1) {
      return "";
    }
    String count = first.cells == cells ? "all " + cells : first.cells + " of " + cells;
    return " (in " + count + " cells, first with " + first.cell + ")";
  }
}
