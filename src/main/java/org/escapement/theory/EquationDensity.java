package org.escapement.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.Curved;
import org.escapement.model.Objective;
import org.escapement.simulate.Experiment;

/**
 * The law of a modified equation of SGD on the line: Euler's scheme by its density, with finer and
 * finer steps, extrapolated to steps of no length (Talay, Tubaro 1990: its error in the mean is a
 * power series in the step).
 */
final class EquationDensity implements LawPath {
  private static final int[] PARTS = {4, 8, 16, 32};

  /** Spacing of the grid, in deviations of the smallest kick. */
  private static final double SPACING = 0.5;

  /** Largest change by the last extrapolation, relative to the value. */
  private static final double CONVERGED = 1e-5;

  private final DoubleUnaryOperator value;
  private final List<DensityWalk> walks = new ArrayList<>();

  private EquationDensity(
      DoubleUnaryOperator value, DoubleUnaryOperator drift, DoubleUnaryOperator width, double x0) {
    this.value = value;
    for (int parts : PARTS) {
      double root = Math.sqrt(1.0 / parts);
      DoubleUnaryOperator deviation = x -> root * width.applyAsDouble(x);
      walks.add(
          new DensityWalk(
              x -> x + drift.applyAsDouble(x) / parts,
              deviation,
              SPACING * deviation.applyAsDouble(0),
              x0));
    }
  }

  /**
   * The equation of order 1 or 2 in the time of steps; empty with momentum, and for order 2 where
   * f'' is not known.
   */
  static Optional<LawPath> of(Experiment experiment, Approximated sgd, int order) {
    Objective f = experiment.objective();
    boolean applies =
        DensityPath.isPossible(experiment)
            && sgd.form() == Approximated.Form.DESCENT
            && (order == 1 || f instanceof Curved);
    if (!applies) {
      return Optional.empty();
    }
    double eta = sgd.step();
    DoubleUnaryOperator slope = Line.slope(f);
    DoubleUnaryOperator bend = order == 1 ? x -> 0 : curvature((Curved) f);
    return DensityPath.normalKick(experiment)
        .map(
            kick ->
                new EquationDensity(
                    Line.value(f),
                    x -> -eta * slope.applyAsDouble(x) * (1 + 0.5 * eta * bend.applyAsDouble(x)),
                    x -> eta * Math.sqrt(kick.varianceAt(x)),
                    experiment.start().at(0)));
  }

  private static DoubleUnaryOperator curvature(Curved f) {
    double[][] point = new double[1][1];
    double[][] one = {{1}};
    double[][] out = new double[1][1];
    return x -> {
      point[0][0] = x;
      f.hessianTimes(point, one, 1, out);
      return out[0][0];
    };
  }

  @Override
  public MomentLaw at(long step) {
    boolean alive = true;
    for (int k = 0; k < PARTS.length && alive; k++) {
      alive = walks.get(k).advanceTo(step * PARTS[k]);
    }
    boolean all = alive;
    return new LineLaw(value, g -> SampleLaw.ofMean(all ? extrapolated(g) : Double.NaN));
  }

  /** Richardson's table for steps that halve; NaN when it has not converged. */
  private double extrapolated(DoubleUnaryOperator g) {
    double[] table = walks.stream().mapToDouble(walk -> walk.of(g).mean()).toArray();
    double before = 0;
    for (int level = 1; level < table.length; level++) {
      before = table[table.length - 1];
      for (int k = table.length - 1; k >= level; k--) {
        double factor = 1 << level;
        table[k] = (factor * table[k] - table[k - 1]) / (factor - 1);
      }
    }
    double last = table[table.length - 1];
    return Math.abs(last - before) <= CONVERGED * Math.abs(last) ? last : Double.NaN;
  }
}
