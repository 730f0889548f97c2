package org.escapement.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.estimate.FitLaw;
import org.escapement.estimate.Measured;
import org.escapement.estimate.WeightedLine;
import org.escapement.theory.Kind;

/**
 * The cells that differ only along the axis of a fit, or the steps of one cell, and the lines
 * through what was measured and what was predicted there.
 *
 * <p>A bound says nothing of a slope. A prediction's line goes through its numbers at the points
 * where both are known, with the weights of the measured ones. So the measured slope minus the
 * predicted one is that of measured / predicted, wherever the law takes logarithms.
 */
final class FitGroup {
  private final Cell first;
  private final FitLaw law;
  private final Points kind;
  private final List<Point> points = new ArrayList<>();

  /** Whether the errors of the points have to do with each other. */
  enum Points {
    /** Each is of trajectories of its own. */
    INDEPENDENT,
    /** All are of the same trajectories. */
    OF_ONE_SAMPLE
  }

  /**
   * A cell, or a step of one.
   *
   * @param a the value of the axis, or the step
   * @param step of the reading; null when it is none
   */
  record Point(Cell cell, double a, Optional<Measured> measured, Long step) {

    private boolean isResolved(FitLaw law) {
      return measured.filter(m -> law.isResolved(m.value(), m.stdError())).isPresent();
    }

    private boolean isOff(FitLaw law) {
      return measured.filter(m -> law.leavesOut(m.stdError())).isPresent();
    }
  }

  /** How a measured and a predicted slope may be compared. */
  enum Comparison {
    /** With a verdict. */
    EXACT,
    /** An exact prediction without a verdict: too few exits somewhere. */
    TOO_FEW_EXITS,
    /** The same: too few trajectories. */
    TOO_FEW_TRAJECTORIES,
    /** An exact prediction without a verdict: a point is missing, or assumes a law. */
    IMPOSSIBLE,
    /** The prediction is not exact. */
    NONE
  }

  /**
   * One row of the table.
   *
   * @param first the cell that stands for the group
   * @param measured the line through what was measured at the cells that count
   * @param points how many these are
   * @param prediction its name; empty in the row of what was measured alone
   * @param kind exact, asymptotic or limit
   * @param predicted slope
   */
  record Line(
      Cell first,
      int points,
      Optional<WeightedLine> measured,
      String prediction,
      String kind,
      OptionalDouble predicted,
      Comparison comparison) {

    OptionalDouble z() {
      OptionalDouble error = measured.map(WeightedLine::stdError).orElse(OptionalDouble.empty());
      return error.isPresent() && predicted.isPresent()
          ? OptionalDouble.of(
              (measured.orElseThrow().slope() - predicted.getAsDouble()) / error.getAsDouble())
          : OptionalDouble.empty();
    }

    boolean isDecidable() {
      return comparison == Comparison.EXACT && z().isPresent();
    }
  }

  /**
   * @param first the cell that stands for the group
   */
  FitGroup(Cell first, FitLaw law, Points kind) {
    this.first = first;
    this.law = law;
    this.kind = kind;
  }

  void add(Point point) {
    points.add(point);
  }

  /** The cell that stands for the group. */
  Cell first() {
    return first;
  }

  List<Point> points() {
    return List.copyOf(points);
  }

  /** The line through what was measured, then one row for each prediction that has numbers here. */
  List<Line> lines(String quantity, TheoryRows theory, boolean isOverStepSize) {
    List<Line> lines = new ArrayList<>();
    List<Point> seen = points.stream().filter(p -> p.isResolved(law) && !p.isOff(law)).toList();
    lines.add(line(seen, "", "", OptionalDouble.empty(), Comparison.NONE));
    for (String prediction : theory.predictions()) {
      beside(quantity, prediction, theory).ifPresent(lines::add);
      if (isOverStepSize) {
        limit(seen, prediction, theory)
            .ifPresent(
                value ->
                    lines.add(
                        line(
                            seen, prediction, "limit", OptionalDouble.of(value), Comparison.NONE)));
      }
    }
    return lines;
  }

  private Line line(
      List<Point> chosen,
      String prediction,
      String kind,
      OptionalDouble predicted,
      Comparison comparison) {
    return new Line(
        first, chosen.size(), measured(chosen), prediction, kind, predicted, comparison);
  }

  private Optional<Line> beside(String quantity, String prediction, TheoryRows theory) {
    List<Point> common = new ArrayList<>();
    List<Double> numbers = new ArrayList<>();
    String kind = "";
    Comparison comparison = Comparison.EXACT;
    for (Point point : points.stream().filter(p -> !p.isOff(law)).toList()) {
      Optional<TheoryRows.Row> row =
          theory.row(point.cell().number(), prediction, quantity, point.step());
      if (row.isPresent()) {
        kind = row.get().kind();
        comparison = worse(comparison, comparison(row.get(), point));
      }
      if (row.isPresent() && point.isResolved(law) && law.isResolved(row.get().predicted(), 0)) {
        common.add(point);
        numbers.add(row.get().predicted());
      }
    }
    Comparison found = comparison;
    String what = kind;
    return predicted(common, numbers)
        .filter(line -> !what.equals(Kind.BOUND.word()))
        .map(
            line ->
                line(
                    common,
                    prediction,
                    what,
                    OptionalDouble.of(line.slope()),
                    what.equals(Kind.EXACT.word()) ? found : Comparison.NONE));
  }

  private Comparison comparison(TheoryRows.Row row, Point point) {
    if (row.isCompared()) {
      return point.isResolved(law) ? Comparison.EXACT : Comparison.IMPOSSIBLE;
    }
    return switch (row.verdict()) {
      case "too-few-exits" -> Comparison.TOO_FEW_EXITS;
      case "too-few-trajectories" -> Comparison.TOO_FEW_TRAJECTORIES;
      default -> Comparison.IMPOSSIBLE;
    };
  }

  private static Comparison worse(Comparison a, Comparison b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private Optional<WeightedLine> measured(List<Point> chosen) {
    return through(chosen, chosen.stream().map(p -> p.measured().orElseThrow().value()).toList());
  }

  private Optional<WeightedLine> predicted(List<Point> chosen, List<Double> numbers) {
    return through(chosen, numbers);
  }

  /** Through some values at points, with the weights of what was measured there. */
  private Optional<WeightedLine> through(List<Point> chosen, List<Double> values) {
    double[] x = new double[chosen.size()];
    double[] y = new double[x.length];
    double[] error = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double a = chosen.get(i).a();
      Measured measured = chosen.get(i).measured().orElseThrow();
      x[i] = law.x(a);
      y[i] = law.y(a, values.get(i));
      error[i] = law.error(a, measured.value(), measured.stdError());
    }
    return kind == Points.INDEPENDENT
        ? WeightedLine.through(x, y, error)
        : WeightedLine.throughDependent(x, y, error);
  }

  /** What a prediction says the slope tends to, when it says the same for all points. */
  private Optional<Double> limit(List<Point> chosen, String prediction, TheoryRows theory) {
    List<Double> limits =
        chosen.stream()
            .flatMap(p -> theory.row(p.cell().number(), prediction, law.limit(), null).stream())
            .map(TheoryRows.Row::predicted)
            .toList();
    boolean complete = limits.size() == chosen.size() && limits.size() >= 2;
    return complete && isConstant(limits) ? Optional.of(limits.get(0)) : Optional.empty();
  }

  private static boolean isConstant(List<Double> values) {
    double first = values.get(0);
    return values.stream().allMatch(v -> Math.abs(v - first) <= 1e-9 * Math.abs(first));
  }
}
