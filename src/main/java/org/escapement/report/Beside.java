package org.escapement.report;

import java.util.Optional;

/**
 * What one prediction says about a cell: a row of the table {@code theory}.
 *
 * @param prediction its name in the catalogue
 * @param kind exact, asymptotic or bound
 * @param quantity what is predicted, such as mean_time
 * @param step at which it holds; empty when it belongs to none
 * @param predicted in the unit of the quantity
 * @param measured in the same unit; empty when it was not measured
 * @param stdError of the measured value
 * @param z (measured - predicted) / the standard error that the predicted value implies
 * @param ratio measured / predicted
 * @param verdict of the table; empty where there is none
 */
public record Beside(
    String prediction,
    String kind,
    String quantity,
    Optional<Long> step,
    double predicted,
    Optional<Double> measured,
    Optional<Double> stdError,
    Optional<Double> z,
    Optional<Double> ratio,
    String verdict) {

  /** Whether the measured number estimates exactly the predicted one. */
  public boolean isExact() {
    return kind.equals("exact");
  }

  /** Whether measured and predicted were compared at the run's false-alarm rate. */
  public boolean isCompared() {
    return verdict.equals("agrees") || isDisagreement();
  }

  /** Whether they differ by more than chance explains. */
  public boolean isDisagreement() {
    return verdict.equals("disagrees");
  }

  /** Reads a row of the table {@code theory}. */
  static Beside read(Rows theory, int row) {
    return new Beside(
        theory.text(row, "prediction"),
        theory.text(row, "kind"),
        theory.text(row, "quantity"),
        theory.value(row, "step").map(step -> ((Number) step).longValue()),
        theory.number(row, "predicted").orElse(Double.NaN),
        theory.number(row, "measured"),
        theory.number(row, "std_error"),
        theory.number(row, "z"),
        theory.number(row, "ratio"),
        theory.text(row, "verdict"));
  }
}
