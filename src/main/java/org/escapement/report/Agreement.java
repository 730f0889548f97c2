package org.escapement.report;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a run agrees with the exact predictions for it.
 *
 * @param compared comparisons that were made at the run's false-alarm rate
 * @param undecided exact predictions that too few exits, or none, stand beside
 * @param disagreements those compared that differ by more than chance explains
 */
public record Agreement(long compared, long undecided, List<Disagreement> disagreements) {

  /** A measured number that an exact prediction contradicts. */
  public record Disagreement(CellSummary cell, Beside beside) {}

  /** Counts over all cells and all quantities. */
  public static Agreement of(List<CellSummary> cells) {
    long exact = count(cells, Beside::isExact);
    long compared = count(cells, Beside::isCompared);
    List<Disagreement> disagreements =
        cells.stream()
            .flatMap(
                cell ->
                    cell.beside().stream()
                        .filter(Beside::isDisagreement)
                        .map(beside -> new Disagreement(cell, beside)))
            .toList();
    return new Agreement(compared, exact - compared, disagreements);
  }

  /** The count in words. */
  public String sentence() {
    if (compared == 0) {
      return "No exact prediction could be compared with a measurement.";
    }
    String rate = " (false-alarm rate 1e-4 for all together).";
    String measured =
        compared == 1 ? "1 measured number" : Numbers.count(compared) + " measured numbers";
    if (disagreements.isEmpty()) {
      return measured + (compared == 1 ? " agrees" : " agree") + " with exact predictions" + rate;
    }
    return Numbers.count(disagreements.size())
        + " of "
        + measured
        + (disagreements.size() == 1 ? " disagrees" : " disagree")
        + " with exact predictions"
        + rate;
  }

  private static long count(List<CellSummary> cells, Predicate<Beside> which) {
    return cells.stream().flatMap(cell -> cell.beside().stream()).filter(which).count();
  }
}
