package org.escapement.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/**
 * A law's measured slope, beside the one that a prediction has: a row of the table {@code fits}.
 *
 * @param cell number of the first of the cells that the line goes through
 * @param axes the swept values that these cells share; "" where they differ
 * @param quantity what the law is about
 * @param against path of the axis along which it is fitted; or step, with its limits
 * @param law such as exponential
 * @param points cells, or steps, on the line
 * @param slope empty where fewer than two cells have a number
 * @param prediction its name; empty in the row of what was measured alone
 * @param kind exact, asymptotic or limit
 * @param predicted slope
 * @param z (slope - predicted) / stdError
 * @param ratio slope / predicted
 * @param verdict of the table; empty where there is none
 */
public record FitSummary(
    long cell,
    List<Object> axes,
    String quantity,
    String against,
    String law,
    long points,
    Optional<Double> slope,
    Optional<Double> stdError,
    Optional<Double> chiSquare,
    String prediction,
    String kind,
    Optional<Double> predicted,
    Optional<Double> z,
    Optional<Double> ratio,
    String verdict) {

  /** All rows of a run, without those of measured slopes that stand beside a prediction anyway. */
  public static List<FitSummary> all(List<Axis> axes, List<Table> tables) {
    List<FitSummary> fits = new ArrayList<>();
    Rows rows = Rows.of(tables, "fits");
    for (int i = 0; i < rows.size(); i++) {
      boolean alone = rows.text(i, "prediction").isEmpty();
      boolean last = i + 1 == rows.size() || rows.text(i + 1, "prediction").isEmpty();
      if (!alone || last) {
        fits.add(read(axes, rows, i));
      }
    }
    return fits;
  }

  private static FitSummary read(List<Axis> axes, Rows rows, int row) {
    return new FitSummary(
        rows.count(row, "cell"),
        axes.stream().map(axis -> rows.value(row, axis.column()).orElse("")).toList(),
        rows.text(row, "quantity"),
        rows.text(row, "against"),
        rows.text(row, "law"),
        rows.count(row, "points"),
        rows.number(row, "slope"),
        rows.number(row, "std_error"),
        rows.number(row, "chi_square"),
        rows.text(row, "prediction"),
        rows.text(row, "kind"),
        rows.number(row, "predicted"),
        rows.number(row, "z"),
        rows.number(row, "ratio"),
        rows.text(row, "verdict"));
  }

  /** Whether its points are the steps of one cell. */
  public boolean isOverSteps() {
    return against.equals("step") || against.startsWith("step ");
  }

  /** Whether the measured slope estimates exactly the predicted one. */
  public boolean isExact() {
    return kind.equals("exact");
  }

  /** Whether measured and predicted slopes were compared at the run's false-alarm rate. */
  public boolean isCompared() {
    return verdict.equals("agrees") || isDisagreement();
  }

  /** Whether they differ by more than chance explains. */
  public boolean isDisagreement() {
    return verdict.equals("disagrees");
  }
}
