package org.escapement.report;

import java.util.List;
import java.util.function.Predicate;

/**
 * Whether a run agrees with the exact predictions for it.
 *
 * @param compared comparisons that were made at the run's false-alarm rate
 * @param undecided exact predictions that too few exits, or none, stand beside
 * @param disagreements those compared that differ by more than chance explains
 * @param bent fitted laws whose slope differs so from that of an exact prediction
 */
public record Agreement(
    long compared, long undecided, List<Disagreement> disagreements, List<FitSummary> bent) {

  /** A measured number that an exact prediction contradicts. */
  public record Disagreement(CellSummary cell, Beside beside) {}

  /** Counts over all cells and all quantities, and the fitted laws. */
  public static Agreement of(List<CellSummary> cells, List<FitSummary> fits) {
    long exact = count(cells, Beside::isExact) + fits.stream().filter(FitSummary::isExact).count();
    long compared =
        count(cells, Beside::isCompared) + fits.stream().filter(FitSummary::isCompared).count();
    List<Disagreement> disagreements =
        cells.stream()
            .flatMap(
                cell ->
                    cell.beside().stream()
                        .filter(Beside::isDisagreement)
                        .map(beside -> new Disagreement(cell, beside)))
            .toList();
    return new Agreement(
        compared,
        exact - compared,
        disagreements,
        fits.stream().filter(FitSummary::isDisagreement).toList());
  }

  /** Whether nothing that was compared disagrees. */
  public boolean isWithoutDisagreement() {
    return disagreements.isEmpty() && bent.isEmpty();
  }

  /** The count in words. */
  public String sentence() {
    if (compared == 0) {
      return "No exact prediction could be compared with a measurement.";
    }
    String rate = " (false-alarm rate 1e-4 for all together).";
    String measured =
        compared == 1 ? "1 measured number" : Numbers.count(compared) + " measured numbers";
    if (isWithoutDisagreement()) {
      return measured + (compared == 1 ? " agrees" : " agree") + " with exact predictions" + rate;
    }
    int wrong = disagreements.size() + bent.size();
    return Numbers.count(wrong)
        + " of "
        + measured
        + (wrong == 1 ? " disagrees" : " disagree")
        + " with exact predictions"
        + rate;
  }

  private static long count(List<CellSummary> cells, Predicate<Beside> which) {
    return cells.stream().flatMap(cell -> cell.beside().stream()).filter(which).count();
  }
}
