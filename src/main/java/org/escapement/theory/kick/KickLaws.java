package org.escapement.theory.kick;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.escapement.model.Noise;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Laplace;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.StateDependent;
import org.escapement.noise.StudentT;
import org.escapement.noise.Uniform;

/** The law on the line of a noise whose parts are multiplied by factors. */
public final class KickLaws {
  /** A smaller stable part than this (its scale to the normal deviation) is not resolved. */
  private static final double LEAST_STABLE = 0.003;

  private KickLaws() {}

  /**
   * The law at each position.
   *
   * @param factor of each part
   * @return empty where the law has no density or none that is known here
   */
  public static Optional<DoubleFunction<KickLaw>> at(Noise noise, ToDoubleFunction<Noise> factor) {
    if (parts(noise).stream().noneMatch(StateDependent.class::isInstance)) {
      return of(noise, factor).map(kick -> x -> kick);
    }
    Optional<NormalVariance> variance = normal(noise, factor).filter(v -> v.constant() > 0);
    return variance.map(v -> x -> new GaussianKick(Math.sqrt(v.at(x))));
  }

  /**
   * The variance constant + quadratic x^2 of a normal noise whose size may depend on the position;
   * empty for other laws.
   */
  public static Optional<NormalVariance> normal(Noise noise, ToDoubleFunction<Noise> factor) {
    double constant = 0;
    double quadratic = 0;
    for (Noise part : parts(noise)) {
      double f = factor.applyAsDouble(part);
      if (part instanceof StateDependent state) {
        constant += f * state.scale() * (f * state.scale());
        quadratic += f * state.slope() * (f * state.slope());
      } else if (deviation(part).isPresent()) {
        constant += f * deviation(part).getAsDouble() * (f * deviation(part).getAsDouble());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new NormalVariance(constant, quadratic));
  }

  /** The variance constant + quadratic x^2 of a normal kick from x. */
  public record NormalVariance(double constant, double quadratic) {
    double at(double x) {
      return constant + quadratic * (x * x);
    }
  }

  /**
   * The law when it is the same everywhere.
   *
   * @param factor of each part
   * @return empty where the law has no density or none that is known here
   */
  static Optional<KickLaw> of(Noise noise, ToDoubleFunction<Noise> factor) {
    List<Noise> parts = parts(noise);
    if (parts.size() == 1 && parts.get(0) instanceof Laplace laplace) {
      return Optional.of(
          new LaplaceKick(factor.applyAsDouble(laplace) * laplace.scale() * Math.sqrt(0.5)));
    }
    if (parts.size() == 1 && parts.get(0) instanceof StudentT t) {
      return Optional.of(new StudentTKick(t.freedom(), factor.applyAsDouble(t) * t.scale()));
    }
    if (parts.size() == 1 && parts.get(0) instanceof Uniform uniform) {
      return Optional.of(
          new UniformKick(factor.applyAsDouble(uniform) * uniform.scale() * Math.sqrt(3)));
    }
    double variance = 0;
    StableSum stable = StableSum.NONE;
    for (Noise part : parts) {
      double f = factor.applyAsDouble(part);
      OptionalDouble deviation = deviation(part);
      if (deviation.isPresent()) {
        variance += f * deviation.getAsDouble() * (f * deviation.getAsDouble());
      } else if (stable.admits(part)) {
        stable = stable.plus(part, f);
      } else {
        return Optional.empty();
      }
    }
    return of(Math.sqrt(variance), stable);
  }

  private static Optional<KickLaw> of(double deviation, StableSum stable) {
    if (stable.equals(StableSum.NONE)) {
      return deviation > 0 ? Optional.of(new GaussianKick(deviation)) : Optional.empty();
    }
    return stable.alpha() >= StableKick.LEAST_ALPHA && stable.scale() > LEAST_STABLE * deviation
        ? Optional.of(new StableKick(stable.alpha(), stable.scale(), deviation))
        : Optional.empty();
  }

  /** The longest kick of a bounded noise; empty for other laws and for none. */
  public static OptionalDouble reach(Noise noise, ToDoubleFunction<Noise> factor) {
    double reach = 0;
    for (Noise part : parts(noise)) {
      if (part instanceof Uniform uniform) {
        reach += factor.applyAsDouble(part) * uniform.scale() * Math.sqrt(3);
      } else if (part instanceof Rademacher coin) {
        reach += factor.applyAsDouble(part) * coin.scale();
      } else {
        return OptionalDouble.empty();
      }
    }
    return reach > 0 ? OptionalDouble.of(reach) : OptionalDouble.empty();
  }

  /** The size of a kick that is plus or minus that; empty for other laws. */
  public static OptionalDouble coin(Noise noise, ToDoubleFunction<Noise> factor) {
    List<Noise> parts = parts(noise);
    return parts.size() == 1 && parts.get(0) instanceof Rademacher coin
        ? OptionalDouble.of(factor.applyAsDouble(coin) * coin.scale())
        : OptionalDouble.empty();
  }

  private static List<Noise> parts(Noise noise) {
    return noise.parts().stream().filter(part -> !(part instanceof NoNoise)).toList();
  }

  /** Standard deviation of a normal noise; empty for other laws and for none. */
  public static OptionalDouble normalDeviation(Noise noise) {
    double variance = 0;
    for (Noise part : parts(noise)) {
      OptionalDouble deviation = deviation(part);
      if (deviation.isEmpty()) {
        return OptionalDouble.empty();
      }
      variance += deviation.getAsDouble() * deviation.getAsDouble();
    }
    return variance > 0 ? OptionalDouble.of(Math.sqrt(variance)) : OptionalDouble.empty();
  }

  /** The variance of the normal parts of a noise, each times its factor. */
  public static double normalVariance(Noise noise, ToDoubleFunction<Noise> factor) {
    double variance = 0;
    for (Noise part : parts(noise)) {
      double deviation = factor.applyAsDouble(part) * deviation(part).orElse(0);
      variance += deviation * deviation;
    }
    return variance;
  }

  /** The stable law that a noise is, beside normal parts; index 2 and Levy scale 0 do not occur. */
  public static Optional<StableSum> stablePart(Noise noise, ToDoubleFunction<Noise> factor) {
    StableSum stable = StableSum.NONE;
    for (Noise part : parts(noise)) {
      if (deviation(part).isEmpty()) {
        if (!stable.admits(part)) {
          return Optional.empty();
        }
        stable = stable.plus(part, factor.applyAsDouble(part));
      }
    }
    return stable.equals(StableSum.NONE) ? Optional.empty() : Optional.of(stable);
  }

  private static OptionalDouble deviation(Noise part) {
    if (part instanceof Gaussian gaussian) {
      return OptionalDouble.of(gaussian.scale());
    }
    if (part instanceof Stable stable && stable.alpha() == 2) {
      return OptionalDouble.of(Math.sqrt(2) * stable.scale());
    }
    if (part instanceof IsotropicStable stable && stable.alpha() == 2) {
      return OptionalDouble.of(Math.sqrt(2) * stable.scale());
    }
    return OptionalDouble.empty();
  }

  /**
   * A sum of independent stable noises of one index and one kind.
   *
   * @param kind the record class of the noises
   */
  public record StableSum(Class<?> kind, double alpha, double scale) {
    static final StableSum NONE = new StableSum(Noise.class, 0, 0);

    private static double alpha(Noise part) {
      return part instanceof Stable stable ? stable.alpha() : ((IsotropicStable) part).alpha();
    }

    private static double scale(Noise part) {
      return part instanceof Stable stable ? stable.scale() : ((IsotropicStable) part).scale();
    }

    private boolean admits(Noise part) {
      boolean known = part instanceof Stable || part instanceof IsotropicStable;
      return known && (equals(NONE) || (kind == part.getClass() && alpha == alpha(part)));
    }

    private StableSum plus(Noise part, double factor) {
      double index = alpha(part);
      double sum = StrictMath.pow(scale, index) + StrictMath.pow(factor * scale(part), index);
      return new StableSum(part.getClass(), index, StrictMath.pow(sum, 1 / index));
    }

    /** How often it jumps far in R^dimension. */
    public StableJumps.Rate jumps(int dimension) {
      return new StableJumps.Rate(
          isIsotropic()
              ? StableJumps.isotropic(alpha, dimension)
              : StableJumps.independent(alpha, dimension));
    }

    public boolean isIsotropic() {
      return kind == IsotropicStable.class;
    }
  }
}
