package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.Curved;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.experiment.Approximated;
import org.escapement.theory.experiment.Line;

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

  /** What an equation makes of a stiffness u, step size times curvature. */
  interface Form {
    /** Factor of the drift -f', 1 for u = 0. */
    double drift(double u);

    /** Factor of the noise, 1 for u = 0. */
    double noise(double u);
  }

  /** The equation of order 1 or 2. */
  static Form ofOrder(int order) {
    return new Form() {
      @Override
      public double drift(double u) {
        return order == 1 ? 1 : 1 + 0.5 * u;
      }

      @Override
      public double noise(double u) {
        return 1;
      }
    };
  }

  /** The Hessian-aware equation; NaN for u >= 1, where there is none. */
  static Form hessianAware() {
    return new Form() {
      @Override
      public double drift(double u) {
        return u == 0 ? 1 : -StrictMath.log1p(-u) / u;
      }

      @Override
      public double noise(double u) {
        return Math.sqrt(2 * drift(u) / (2 - u));
      }
    };
  }

  /** The equation in the time of steps; empty with momentum, and where f'' is not known. */
  static Optional<LawPath> of(Experiment experiment, Approximated sgd, Form form) {
    boolean applies = DensityPath.isPossible(experiment) && sgd.form() == Approximated.Form.DESCENT;
    if (!applies || !(experiment.objective() instanceof Curved f)) {
      return Optional.empty();
    }
    double eta = sgd.step();
    DoubleUnaryOperator slope = Line.slope(f);
    DoubleUnaryOperator bend = curvature(f);
    return DensityPath.normalKick(experiment)
        .map(
            kick ->
                new EquationDensity(
                    Line.value(f),
                    x -> -eta * slope.applyAsDouble(x) * form.drift(eta * bend.applyAsDouble(x)),
                    x ->
                        eta
                            * Math.sqrt(kick.varianceAt(x))
                            * form.noise(eta * bend.applyAsDouble(x)),
                    experiment.position().at(0)));
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
