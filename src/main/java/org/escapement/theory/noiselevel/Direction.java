package org.escapement.theory.noiselevel;

import java.util.EnumMap;
import java.util.Map;
import org.escapement.measure.NoiseLevel.Part;
import org.escapement.model.Directed;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.NormalLaw;
import org.escapement.theory.linear.StateLaw;

/**
 * The search direction of one mode of a quadratic: with z = (x, m) before the step, the gradient a
 * x and the noise w it is share (a x + w) + memory m.
 *
 * @param share c
 * @param memory factor of what the dynamics remembers; 0 when it has no memory
 */
record Direction(double share, double memory) {

  /** That of a step. */
  static Direction of(Directed dynamics, long step) {
    double[][] kept = new double[1][1];
    if (dynamics.stateDimension(1) > 1) {
      dynamics.kept(new double[][] {{0}, {1}}, step, 1, kept);
    }
    return new Direction(dynamics.share(step), kept[0][0]);
  }

  /**
   * One coordinate's share in everything measured.
   *
   * @param state the law of z
   * @param curvature a
   * @param kick the law of w
   */
  Map<Part, SampleLaw> of(StateLaw state, double curvature, KickMoments kick) {
    return state.isNormal() && kick.keepsNormal()
        ? normal(state, curvature, kick.varianceAt(0))
        : means(state, curvature, kick);
  }

  private Map<Part, SampleLaw> normal(StateLaw state, double a, double variance) {
    NormalLaw fresh = new NormalLaw(0, variance);
    NormalLaw noise = new NormalLaw(0, share * share * variance);
    NormalLaw bias = law(state, (share - 1) * a, memory);
    NormalLaw known = law(state, share * a, memory);
    Map<Part, SampleLaw> parts = new EnumMap<>(Part.class);
    parts.put(Part.NOISE_LEVEL, square(sum(bias, noise)));
    parts.put(Part.NOISE_LEVEL_NOISE, square(noise));
    parts.put(Part.NOISE_LEVEL_BIAS, square(bias));
    parts.put(Part.NOISE_LEVEL_CROSS, NormalLaw.product(noise, bias, 0).times(2));
    parts.put(Part.DIRECTION_MEAN_SQUARE, square(sum(known, noise)));
    parts.put(Part.GRADIENT_NOISE, square(fresh));
    parts.put(Part.GRADIENT_SQUARE, square(law(state, a, 0)));
    return parts;
  }

  /** Of p x + q m. */
  private NormalLaw law(StateLaw state, double p, double q) {
    double mean = p * state.value(0).mean();
    double variance = p * p * state.covariance(0, 0);
    if (q != 0) {
      mean += q * state.value(1).mean();
      variance += q * (2 * p * state.covariance(0, 1) + q * state.covariance(1, 1));
    }
    return new NormalLaw(mean, variance);
  }

  private static NormalLaw sum(NormalLaw one, NormalLaw independent) {
    return new NormalLaw(one.mean() + independent.mean(), one.variance() + independent.variance());
  }

  private static SampleLaw square(NormalLaw law) {
    return NormalLaw.product(law, law, law.variance());
  }

  /** By second moments alone; the variance of the noise may be a polynomial in x. */
  private Map<Part, SampleLaw> means(StateLaw state, double a, KickMoments kick) {
    double[] inPlace = kick.coefficient()[2];
    double variance = inPlace[0];
    if (inPlace.length > 1) {
      variance += inPlace[1] * state.value(0).mean() + inPlace[2] * state.product(0, 0).mean();
    }
    double noise = share * share * variance;
    double bias = square(state, (share - 1) * a, memory);
    Map<Part, SampleLaw> parts = new EnumMap<>(Part.class);
    parts.put(Part.NOISE_LEVEL, SampleLaw.ofMean(noise + bias));
    parts.put(Part.NOISE_LEVEL_NOISE, SampleLaw.ofMean(noise));
    parts.put(Part.NOISE_LEVEL_BIAS, SampleLaw.ofMean(bias));
    parts.put(Part.NOISE_LEVEL_CROSS, SampleLaw.ofMean(0));
    parts.put(
        Part.DIRECTION_MEAN_SQUARE, SampleLaw.ofMean(noise + square(state, share * a, memory)));
    parts.put(Part.GRADIENT_NOISE, SampleLaw.ofMean(variance));
    parts.put(Part.GRADIENT_SQUARE, SampleLaw.ofMean(square(state, a, 0)));
    return parts;
  }

  /** E (p x + q m)^2. */
  private static double square(StateLaw state, double p, double q) {
    double square = p * p * state.product(0, 0).mean();
    return q == 0
        ? square
        : square + q * (2 * p * state.product(0, 1).mean() + q * state.product(1, 1).mean());
  }
}
