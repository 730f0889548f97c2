package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.estimate.WeightedLine;

/**
 * The table {@code fits}: for every group of cells that differ only along the axis of a fit, or for
 * every cell along its steps, the slope of the law through what was measured, and beside it that
 * through the numbers of each prediction at the same points.
 *
 * <p>Numbers at several steps are of the same trajectories and so depend on each other, in a way
 * that is not measured. The standard error of a slope through them is the largest that it can be:
 * each point adds its own times its leverage, none cancels another. A deviation in such standard
 * errors is smaller than in true ones: what disagrees does, what agrees may do so for lack of
 * power.
 *
 * <p>The slopes of exact predictions get verdicts as the numbers in the table {@code theory} do: a
 * run with m of them calls a deviation a disagreement when |z| exceeds the two-sided normal
 * quantile of half the run's chance of a false alarm over m. The other half belongs to the cells.
 */
final class FitsTable {
  private final Study study;
  private final TheoryRows theory;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A row.
   *
   * @param number place of the fit in the job file
   * @param against path of its axis
   */
  private record Row(int number, String against, FitGroup.Line line) {}

  private FitsTable(Study study, TheoryRows theory) {
    this.study = study;
    this.theory = theory;
  }

  /**
   * The table.
   *
   * @param theory the finished table of that name
   */
  static Table of(Study study, Collection<CellProgress> cells, Table theory) {
    FitsTable table = new FitsTable(study, new TheoryRows(theory));
    for (int number = 0; number < study.fits().size(); number++) {
      table.add(number, cells);
    }
    return table.build();
  }

  private void add(int number, Collection<CellProgress> cells) {
    Fit fit = study.fits().get(number);
    String against = against(fit);
    boolean isOverStepSize = against.endsWith("step-size");
    for (FitGroup group : FitPoints.groups(fit, cells)) {
      group
          .lines(fit.quantity(), theory, isOverStepSize)
          .forEach(line -> rows.add(new Row(number, against, line)));
    }
  }

  private String against(Fit fit) {
    if (fit.over() instanceof Fit.OverAxis over) {
      return study.axes().get(over.axis()).path();
    }
    Fit.OverSteps steps = (Fit.OverSteps) fit.over();
    String from = steps.from() == 0 ? "" : " from " + steps.from();
    String to = steps.to() == Long.MAX_VALUE ? "" : " to " + steps.to();
    return Fit.OverSteps.WORD + from + to;
  }

  private Table build() {
    long decidable = rows.stream().filter(row -> row.line().isDecidable()).count();
    double limit =
        decidable == 0
            ? 0
            : NormalQuantile.upper(TheoryTable.FAMILY_FALSE_ALARM / 2 / (2 * decidable));
    CellTable table = empty();
    for (Row row : rows) {
      Fit fit = study.fits().get(row.number());
      Cell first = row.line().first();
      List<Object> axes = new ArrayList<>(first.axes());
      if (fit.over() instanceof Fit.OverAxis over) {
        over.along().forEach(axis -> axes.set(axis, null));
      }
      table.row(first.number(), axes, values(row, fit, limit));
    }
    return table.build();
  }

  private CellTable empty() {
    return predictedColumns(slopeColumns(lineColumns(new CellTable("fits", study))));
  }

  private static CellTable lineColumns(CellTable table) {
    return table
        .column("fit", Column.Type.LONG, "place of the fit in the job file, from 0")
        .column("quantity", Column.Type.TEXT, "the measured quantity that the law is about")
        .column(
            "against",
            Column.Type.TEXT,
            "path of the axis along which the law is fitted; or step, along the steps of the cell")
        .column(
            "law",
            Column.Type.TEXT,
            "what is a straight line, axis being the swept value or the step: exponential (ln|q|"
                + " against 1/axis), power (ln|q| against ln axis), logarithmic (q axis"
                + " against ln(1/axis)), growth (ln|q| against axis) or critical-batch (1/q against"
                + " 1/axis)")
        .column(
            "points",
            Column.Type.LONG,
            "cells, or steps, on the line: those with a resolved number; for critical-batch also with"
                + " a standard error");
  }

  private static CellTable slopeColumns(CellTable table) {
    return table
        .column(
            "slope",
            Column.Type.DOUBLE,
            "slope of the weighted least-squares line through the measured numbers")
        .column(
            "std_error",
            Column.Type.DOUBLE,
            "standard error of slope, same unit; along steps the largest that it can be, for numbers of"
                + " the same trajectories depend on each other")
        .column("intercept", Column.Type.DOUBLE, "of the same line")
        .column(
            "chi_square",
            Column.Type.DOUBLE,
            "sum of the squared residuals in standard errors; about points - 2 where the law is"
                + " exact, more where it only holds in a limit; NULL along steps");
  }

  private static CellTable predictedColumns(CellTable table) {
    return table
        .column(
            "prediction",
            Column.Type.TEXT,
            "name of the prediction in the catalogue; NULL in the row of all that was measured")
        .column(
            "kind",
            Column.Type.TEXT,
            "exact or asymptotic: the line through the prediction's numbers at these points;"
                + " limit: what it says the slope tends to as the step size goes to 0")
        .column("predicted", Column.Type.DOUBLE, "predicted slope, same unit and same weights")
        .column(
            "difference",
            Column.Type.DOUBLE,
            "slope - predicted: where the law takes logarithms, the slope of measured / predicted")
        .column(
            "z",
            Column.Type.DOUBLE,
            "(slope - predicted) / std_error; along steps no larger than with the true error")
        .column("ratio", Column.Type.DOUBLE, "slope / predicted")
        .column(
            "verdict",
            Column.Type.TEXT,
            "agrees or disagrees (exact predictions, family-wise false-alarm rate 1e-4 a run),"
                + " too-few-exits, too-few-trajectories, not-comparable (some point is missing or assumes a law); NULL for"
                + " others");
  }

  private static Object[] values(Row row, Fit fit, double limit) {
    FitGroup.Line line = row.line();
    Optional<WeightedLine> measured = line.measured();
    Double slope = measured.map(WeightedLine::slope).orElse(null);
    Double predicted = orNull(line.predicted());
    boolean both = slope != null && predicted != null;
    return new Object[] {
      (long) row.number(),
      fit.quantity(),
      row.against(),
      fit.law().word(),
      (long) line.points(),
      slope,
      orNull(measured.map(WeightedLine::stdError).orElse(OptionalDouble.empty())),
      measured.map(WeightedLine::intercept).orElse(null),
      orNull(measured.map(WeightedLine::chiSquare).orElse(OptionalDouble.empty())),
      textOrNull(line.prediction()),
      textOrNull(line.kind()),
      predicted,
      both ? slope - predicted : null,
      orNull(line.z()),
      both && predicted != 0 ? slope / predicted : null,
      verdict(line, limit)
    };
  }

  private static String verdict(FitGroup.Line line, double limit) {
    return switch (line.comparison()) {
      case NONE -> null;
      case TOO_FEW_EXITS -> "too-few-exits";
      case TOO_FEW_TRAJECTORIES -> "too-few-trajectories";
      case IMPOSSIBLE -> "not-comparable";
      case EXACT -> {
        OptionalDouble z = line.z();
        boolean agrees = z.isPresent() && Math.abs(z.getAsDouble()) <= limit;
        yield z.isEmpty() ? "not-comparable" : agrees ? "agrees" : "disagrees";
      }
    };
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
