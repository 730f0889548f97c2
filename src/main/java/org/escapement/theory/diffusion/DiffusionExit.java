package org.escapement.theory.diffusion;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.escapement.theory.numeric.Panels;

/**
 * How the diffusion dX = -V'(X) dt + sqrt(2 T) dW on the line leaves an interval, exactly: with
 * S(c, d) = Int_c^d exp(V/T), the mean exit time from x is (1/T) Int G(x, z) exp(-V(z)/T) dz, G(x,
 * z) = S(low, min(x,z)) S(max(x,z), high) / S(low, high); and it leaves at the high end with
 * probability S(low, x) / S(low, high) (Karlin, Taylor 1981, A Second Course in Stochastic
 * Processes, 15.3).
 *
 * <p>Everything added is positive. The number of panels is doubled until two results agree to
 * 1e-11; without agreement there is no value.
 */
public final class DiffusionExit {
  private static final double AGREEMENT = 1e-11;
  private static final int FEWEST = 16;
  private static final int MOST = 8192;
  private static final double LARGEST_EXPONENT = 600;

  private final DoubleUnaryOperator potential;
  private final double temperature;
  private final DoubleUnaryOperator slowness;

  /**
   * The diffusion.
   *
   * @param potential V
   * @param temperature T
   */
  public DiffusionExit(DoubleUnaryOperator potential, double temperature) {
    this(potential, temperature, x -> 1);
  }

  /**
   * The diffusion with a clock that runs differently at each place: dX = -V'(X)/w dt + sqrt(2 T/w)
   * dW, in Ito's sense.
   *
   * @param slowness w, positive
   */
  public DiffusionExit(
      DoubleUnaryOperator potential, double temperature, DoubleUnaryOperator slowness) {
    this.potential = potential;
    this.temperature = temperature;
    this.slowness = slowness;
  }

  /** Mean exit time, model time, from low < start < high. */
  public OptionalDouble meanTime(double low, double high, double start) {
    return refined(low, high, start, s -> s.meanTime(temperature));
  }

  /**
   * Mean time until the diffusion reaches one point.
   *
   * @param wall beyond which it practically never gets: exp(-V/T) is negligible there
   * @param start between wall and target, which may lie on either side of it
   */
  public OptionalDouble meanTimeToReach(double target, double wall, double start) {
    return refined(wall, target, start, s -> s.meanTimeAwayFromWall(temperature));
  }

  /** The probability that it leaves at the low end. */
  public OptionalDouble shareBelow(double low, double high, double start) {
    return refined(low, high, start, s -> s.to().scale() / (s.from().scale() + s.to().scale()));
  }

  private OptionalDouble refined(
      double from, double to, double start, ToDoubleFunction<Sides> result) {
    double before = Double.NaN;
    for (int panels = FEWEST; panels <= MOST; panels *= 2) {
      Optional<Sides> sides = sides(from, to, start, panels);
      if (sides.isEmpty()) {
        return OptionalDouble.empty();
      }
      double now = result.applyAsDouble(sides.get());
      if (Math.abs(now - before) <= AGREEMENT * Math.abs(now)) {
        return OptionalDouble.of(now);
      }
      before = now;
    }
    return OptionalDouble.empty();
  }

  private Optional<Sides> sides(double from, double to, double start, int panels) {
    Panels first = Panels.on(from, start, panels);
    Panels second = Panels.on(to, start, panels);
    double lowest = potential.applyAsDouble(start);
    double highest = lowest;
    for (Panels side : new Panels[] {first, second}) {
      for (double x : side.node()) {
        double v = potential.applyAsDouble(x);
        lowest = Math.min(lowest, v);
        highest = Math.max(highest, v);
      }
    }
    return (highest - lowest) / temperature <= LARGEST_EXPONENT
        ? Optional.of(new Sides(side(first, lowest), side(second, lowest)))
        : Optional.empty();
  }

  /** Integrals over one side, from its end to the start; V counted from its lowest value. */
  private Side side(Panels panels, double lowest) {
    DoubleUnaryOperator up =
        x -> StrictMath.exp((potential.applyAsDouble(x) - lowest) / temperature);
    double from = panels.edgeLow();
    double scale = 0;
    double mass = 0;
    double weighted = 0;
    for (int i = 0; i < panels.size(); i++) {
      double x = panels.node()[i];
      scale += Math.abs(Panels.integral(up, from, x));
      from = x;
      double density =
          Math.abs(panels.weight()[i]) * slowness.applyAsDouble(x) / up.applyAsDouble(x);
      mass += density;
      weighted += density * scale;
    }
    scale += Math.abs(Panels.integral(up, from, panels.edgeHigh()));
    return new Side(scale, mass, weighted);
  }

  /**
   * Integrals over one side of the start.
   *
   * @param scale of exp(V/T)
   * @param mass of exp(-V/T)
   * @param weighted of S(end, z) exp(-V(z)/T)
   */
  private record Side(double scale, double mass, double weighted) {}

  private record Sides(Side from, Side to) {

    double meanTime(double temperature) {
      return (to.scale * from.weighted + from.scale * to.weighted)
          / (temperature * (from.scale + to.scale));
    }

    double meanTimeAwayFromWall(double temperature) {
      return (to.scale * from.mass + to.weighted) / temperature;
    }
  }
}
