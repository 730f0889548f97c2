package org.escapement.theory.kick;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.model.Noise;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Laplace;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.StateDependent;
import org.escapement.noise.Uniform;

/** ln E exp(p z) of a noise z on the line, which may depend on the position. */
public final class Cumulants {
  private static final int BISECTIONS = 200;
  private static final double LARGEST = 1e9;
  private static final double ROOT_TWO = Math.sqrt(2);

  private final List<Noise> parts;

  private Cumulants(List<Noise> parts) {
    this.parts = parts;
  }

  /** Empty where E exp(p z) is infinite for every p, or there is no noise. */
  public static Optional<Cumulants> of(Noise noise) {
    List<Noise> parts = noise.parts().stream().filter(part -> !(part instanceof NoNoise)).toList();
    return parts.isEmpty() || !parts.stream().allMatch(Cumulants::isKnown)
        ? Optional.empty()
        : Optional.of(new Cumulants(parts));
  }

  private static boolean isKnown(Noise part) {
    return part instanceof Gaussian
        || part instanceof StateDependent
        || part instanceof Uniform
        || part instanceof Rademacher
        || part instanceof Laplace
        || part.equals(new Stable(2, stableScale(part)))
        || part.equals(new IsotropicStable(2, stableScale(part)));
  }

  /** Of a stable noise; 1 for others. */
  private static double stableScale(Noise part) {
    if (part instanceof Stable stable) {
      return stable.scale();
    }
    return part instanceof IsotropicStable stable ? stable.scale() : 1;
  }

  /** ln E exp(p z) at x, for p >= 0; infinite where the mean is. */
  double at(double x, double p) {
    double sum = 0;
    for (Noise part : parts) {
      sum += at(part, x, p);
    }
    return sum;
  }

  private static double at(Noise part, double x, double p) {
    if (part instanceof Gaussian normal) {
      return square(p * normal.scale()) / 2;
    }
    if (part instanceof StateDependent state) {
      return (square(p * state.scale()) + square(p * state.slope() * x)) / 2;
    }
    if (part instanceof Uniform uniform) {
      return logSinhOverArgument(p * uniform.scale() * Math.sqrt(3));
    }
    if (part instanceof Rademacher coin) {
      double a = p * coin.scale();
      return a < 1e-4
          ? a * a / 2
          : a + StrictMath.log1p(StrictMath.exp(-2 * a)) - StrictMath.log(2);
    }
    if (part instanceof Laplace laplace) {
      double a = p * laplace.scale() / ROOT_TWO;
      return a < 1 ? -StrictMath.log1p(-a * a) : Double.POSITIVE_INFINITY;
    }
    return square(p * stableScale(part));
  }

  /** ln(sinh(a) / a). */
  private static double logSinhOverArgument(double a) {
    return a < 1e-2
        ? a * a / 6 * (1 - a * a / 30)
        : a + StrictMath.log(-StrictMath.expm1(-2 * a) / (2 * a));
  }

  private static double square(double x) {
    return x * x;
  }

  /**
   * The positive p at which ln E exp(p z) = p force, for a force that is positive; empty where the
   * noise never overcomes it.
   */
  public OptionalDouble balance(double x, double force) {
    double high = 1;
    while (at(x, high) < high * force) {
      high *= 2;
      if (high > LARGEST) {
        return OptionalDouble.empty();
      }
    }
    double low = 0;
    for (int k = 0; k < BISECTIONS && high - low > 1e-15 * high; k++) {
      double middle = 0.5 * (low + high);
      if (at(x, middle) < middle * force) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(0.5 * (low + high));
  }
}
