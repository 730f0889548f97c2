package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.estimate.Estimator;
import org.escapement.estimate.ExitEstimates;
import org.escapement.estimate.Measured;
import org.escapement.measure.Reading;
import org.escapement.measure.Tail;
import org.escapement.simulate.ExitSummary;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.Spread;

/**
 * What was measured beside what was predicted, and whether they agree.
 *
 * <p>Only exact predictions get a verdict. A run with m of them calls a deviation a disagreement
 * when |z| exceeds the two-sided normal quantile of 10^-4 / m (Bonferroni), so that all verdicts of
 * a run that computes the right thing are "agrees" but with probability 10^-4. Where a study fits
 * laws, half of that belongs to the verdicts on their slopes. Where chance has no part, any
 * deviation is a disagreement.
 */
final class TheoryTable {
  /** Chance that a run without error has any disagreement. */
  static final double FAMILY_FALSE_ALARM = 1e-4;

  /** Exits below which the normal law is no good approximation five standard errors out. */
  private static final long FEWEST_EXITS = 1000;

  /**
   * The same for a mean over all trajectories of which the spread is known. With the skewness g of
   * a sample the tail beyond u standard errors is exp(g u^3 / (6 sqrt(n))) times that of the normal
   * law: at u = 5 less than e with n > (20 g)^2.
   */
  private static final long FEWEST_TRAJECTORIES = 1000;

  private static final double FEWEST_BY_SKEWNESS = 20;

  /** The same where the standard error comes from the measured numbers themselves. */
  private static final long FEWEST_WITH_MEASURED_ERROR = 10_000;

  /**
   * The same by the skewness of the measured numbers. The standard error is small where the mean
   * is, which makes the lower tail exp(g u^3 / (3 sqrt(n))) times that of the normal law
   * (Edgeworth's expansion of Student's ratio; P. Hall, The bootstrap and Edgeworth expansion,
   * 1992, 2.6): at u = 5 at most e with n > (42 g)^2. Numbers whose mean is carried by few of them
   * are refused in any number, for of those a sample may have none.
   */
  private static final double FEWEST_BY_MEASURED_SKEWNESS = 42;

  /** The same for a count whose share is compared. */
  private static final double FEWEST_COUNTS = 300;

  /** Of a time that adds up many steps. */
  private static final double ROUNDING = 1e-9;

  private final Study study;
  private final List<Line> lines = new ArrayList<>();

  /**
   * One comparison.
   *
   * @param complete whether the measured number is one of all trajectories, none of them ended
   *     before its time
   * @param tail how far few trajectories carry the measured number, where that is known
   */
  private record Line(
      Cell cell,
      Prediction prediction,
      Predicted predicted,
      Optional<Measured> measured,
      ExitSummary summary,
      boolean complete,
      Tail tail) {

    boolean isDecidable() {
      return prediction.kind() == Kind.EXACT && (isCertain() || isComparable() && hasEnough());
    }

    /** Whether the measured number must be the predicted one, chance having no part in either. */
    boolean isCertain() {
      return (prediction.isCertain() || isAllOrNone()) && measured.isPresent() && complete;
    }

    /** Whether every trajectory must leave, or by one side, or none. */
    private boolean isAllOrNone() {
      return measured.isPresent()
          && isShare()
          && (predicted.value() == 0 || predicted.value() == 1);
    }

    boolean agrees(double limit) {
      double predictedValue = predicted.value();
      return isCertain()
          ? Math.abs(measured.orElseThrow().value() - predictedValue)
              <= ROUNDING * Math.abs(predictedValue)
          : Math.abs(z()) <= limit;
    }

    boolean isComparable() {
      return measured.isPresent()
          && complete
          && measured.get().estimator() != Estimator.EXPONENTIAL_MLE
          && measured.get().stdError() > 0
          && errorAtPrediction() > 0;
    }

    private boolean hasEnough() {
      if (isMeanAtStep()) {
        return hasEnoughForMean(summary.trajectories());
      }
      double share = Math.min(predicted.value(), 1 - predicted.value());
      return summary.exited() >= FEWEST_EXITS && (!isShare() || share * trials() >= FEWEST_COUNTS);
    }

    private boolean hasEnoughForMean(long trajectories) {
      Spread spread = predicted.spread();
      if (spread.isKnown()) {
        double least = FEWEST_BY_SKEWNESS * spread.skewness();
        return trajectories >= FEWEST_TRAJECTORIES && trajectories >= least * least;
      }
      double least = tail.isKnown() ? FEWEST_BY_MEASURED_SKEWNESS * tail.skewness() : 0;
      return trajectories >= FEWEST_WITH_MEASURED_ERROR
          && trajectories >= least * least
          && !tail.isHeavy();
    }

    boolean isMeanAtStep() {
      return measured.orElseThrow().estimator() == Estimator.MEAN_AT_STEP;
    }

    private boolean isShare() {
      return measured.orElseThrow().estimator() == Estimator.SHARE;
    }

    /** Of what a share is the share. */
    private long trials() {
      return predicted.quantity().startsWith("side.") ? summary.exited() : summary.trajectories();
    }

    double z() {
      return (measured.orElseThrow().value() - predicted.value()) / errorAtPrediction();
    }

    /**
     * The standard error that the predicted value implies. The error measured in the same run is
     * small just where the value came out small by chance, which makes the lower tail of z several
     * times too heavy: the error of a mean time grows with the mean, that of a share follows from
     * the share, that of a mean at a step from the predicted spread of its samples.
     */
    private double errorAtPrediction() {
      if (isMeanAtStep()) {
        return predicted.spread().isKnown()
            ? predicted.spread().deviation() / Math.sqrt(summary.trajectories())
            : measured.get().stdError();
      }
      if (isShare()) {
        return Math.sqrt(predicted.value() * (1 - predicted.value()) / trials());
      }
      return measured.orElseThrow().stdError() * predicted.value() / measured.get().value();
    }
  }

  private TheoryTable(Study study) {
    this.study = study;
  }

  static Table of(Study study, Collection<CellProgress> cells) {
    TheoryTable table = new TheoryTable(study);
    List<List<Line>> perCell = cells.parallelStream().map(TheoryTable::linesOf).toList();
    perCell.forEach(table.lines::addAll);
    return table.build();
  }

  private static List<Line> linesOf(CellProgress progress) {
    List<Line> lines = new ArrayList<>();
    if (progress.summary().isEmpty()) {
      return lines;
    }
    Cell cell = progress.cell();
    ExitSummary summary = progress.summary().get();
    ExitEstimates estimates = ExitEstimates.of(summary, cell.experiment());
    Map<String, Reading> readings = new HashMap<>();
    progress.readings().forEach(r -> readings.put(r.name() + "@" + r.step(), r));
    for (Prediction prediction : measurable()) {
      for (Predicted predicted : PredictionEntries.of(prediction, cell)) {
        Reading reading = readings.get(predicted.quantity() + "@" + predicted.step());
        lines.add(
            reading == null
                ? ofExits(cell, prediction, predicted, estimates, summary)
                : ofReading(cell, prediction, predicted, reading, summary));
      }
    }
    return lines;
  }

  private static List<Prediction> measurable() {
    return PredictionEntries.all().stream().filter(Prediction::isMeasurable).toList();
  }

  private static Line ofExits(
      Cell cell,
      Prediction prediction,
      Predicted predicted,
      ExitEstimates estimates,
      ExitSummary summary) {
    Optional<Measured> measured = estimates.measured(predicted.quantity());
    return new Line(
        cell, prediction, predicted, measured, summary, summary.diverged() == 0, Tail.UNKNOWN);
  }

  private static Line ofReading(
      Cell cell, Prediction prediction, Predicted predicted, Reading reading, ExitSummary summary) {
    Optional<Measured> measured =
        Double.isNaN(reading.value())
            ? Optional.empty()
            : Optional.of(
                new Measured(reading.value(), reading.stdError(), Estimator.MEAN_AT_STEP));
    boolean complete = reading.trajectories() == summary.trajectories();
    return new Line(cell, prediction, predicted, measured, summary, complete, reading.tail());
  }

  private Table build() {
    long decidable = lines.stream().filter(l -> l.isDecidable() && !l.isCertain()).count();
    double rate = study.fits().isEmpty() ? FAMILY_FALSE_ALARM : FAMILY_FALSE_ALARM / 2;
    double limit = decidable == 0 ? 0 : NormalQuantile.upper(rate / (2 * decidable));
    CellTable table =
        new CellTable("theory", study)
            .column("prediction", Column.Type.TEXT, "name of the prediction in the catalogue")
            .column("quantity", Column.Type.TEXT, "the measured quantity that is predicted")
            .column(
                "step", Column.Type.LONG, "step at which it holds; NULL when it belongs to none")
            .column("predicted", Column.Type.DOUBLE, "predicted value, in the unit of the quantity")
            .column("measured", Column.Type.DOUBLE, "measured value, in the unit of the quantity")
            .column("std_error", Column.Type.DOUBLE, "standard error of the measured value")
            .column(
                "z",
                Column.Type.DOUBLE,
                "(measured - predicted) / the standard error that the predicted value implies")
            .column("ratio", Column.Type.DOUBLE, "measured / predicted")
            .column("kind", Column.Type.TEXT, "exact, asymptotic or bound")
            .column("source", Column.Type.TEXT, "where the formula comes from")
            .column("validity", Column.Type.TEXT, "where the formula holds")
            .column(
                "verdict",
                Column.Type.TEXT,
                "agrees or disagrees (exact predictions, family-wise false-alarm rate 1e-4 a run),"
                    + " too-few-exits, too-few-trajectories, heavy-tailed (few trajectories carry the mean), not-comparable (the estimate assumes a law, or some ended before), not-measured;"
                    + " NULL for asymptotic ones");
    lines.forEach(line -> table.row(line.cell(), values(line, limit)));
    return table.build();
  }

  private static Object[] values(Line line, double limit) {
    Double measured = line.measured().map(Measured::value).orElse(null);
    Double error = line.measured().map(Measured::stdError).filter(e -> e > 0).orElse(null);
    double predicted = line.predicted().value();
    return new Object[] {
      line.prediction().name(),
      line.predicted().quantity(),
      line.predicted().step() == Reading.NO_STEP ? null : line.predicted().step(),
      predicted,
      measured,
      error,
      line.isComparable() ? line.z() : null,
      measured == null || predicted == 0 ? null : measured / predicted,
      line.prediction().kind().word(),
      line.prediction().source(),
      line.prediction().validity(),
      verdict(line, limit)
    };
  }

  private static String verdict(Line line, double limit) {
    if (line.prediction().kind() != Kind.EXACT) {
      return null;
    }
    if (line.measured().isEmpty()) {
      return "not-measured";
    }
    if (line.isDecidable()) {
      return line.agrees(limit) ? "agrees" : "disagrees";
    }
    if (!line.isComparable()) {
      return "not-comparable";
    }
    if (!line.isMeanAtStep()) {
      return "too-few-exits";
    }
    return line.tail().isHeavy() ? "heavy-tailed" : "too-few-trajectories";
  }
}
