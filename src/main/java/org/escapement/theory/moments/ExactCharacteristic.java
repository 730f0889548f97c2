package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.measure.Characteristic;
import org.escapement.measure.Measure;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Stable;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.Spread;
import org.escapement.theory.linear.KickResponse;
import org.escapement.theory.linear.LinearDynamics;
import org.escapement.theory.linear.Modes;

/** The characteristic function of a linear recursion under stable and normal noise. */
public final class ExactCharacteristic implements Prediction {
  /** Updates of single modes that one cell may cost: some seconds. */
  private static final double MOST_WORK = 1e7;

  @Override
  public String name() {
    return "exact-characteristic";
  }

  @Override
  public String summary() {
    return "Characteristic function of the simulated recursion on a quadratic with stable noise";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "sums of independent stable numbers: the scale at step k is (sum |g_j scale|^alpha)^(1 /"
        + " alpha) with the impulse response g (Samorodnitsky, Taqqu 1994, Stable Non-Gaussian"
        + " Random Processes, 1.2)";
  }

  @Override
  public String validity() {
    return "quadratic along the axes, SGD, Euler-Maruyama or momentum in any form and with any"
        + " schedule; stable noise, normal noise or sums of them";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Optional<LinearDynamics> dynamics =
        LinearDynamics.of(experiment.dynamics())
            .filter(d -> d.kicks() == LinearDynamics.Kicks.OF_THE_NOISE);
    Optional<Modes> modes = Modes.of(experiment.objective()).filter(m -> m.rotation().isEmpty());
    int d = experiment.dimension();
    boolean isStable = experiment.noise().parts().stream().allMatch(part -> isStable(part, d));
    List<Predicted> all = new ArrayList<>();
    if (dynamics.isPresent() && modes.isPresent() && isStable) {
      for (Measure<?> measure : measures) {
        if (measure instanceof Characteristic asked) {
          all.addAll(of(experiment, dynamics.get(), modes.get(), asked));
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean isStable(Noise part, int dimension) {
    return part instanceof Stable
        || part instanceof IsotropicStable
        || (part.isNormal() && part.deviations(dimension).isPresent());
  }

  private static List<Predicted> of(
      Experiment experiment, LinearDynamics dynamics, Modes modes, Characteristic asked) {
    long[] steps = asked.at().steps(experiment.horizon());
    if (steps[steps.length - 1] * (double) steps.length * modes.size() > MOST_WORK) {
      return List.of();
    }
    List<Predicted> all = new ArrayList<>();
    for (long step : steps) {
      for (int k = 0; k < modes.size(); k++) {
        KickResponse response = new KickResponse(dynamics, modes.curvature().at(k), step);
        Vector state = experiment.dynamics().startState(experiment.position());
        double mean = response.mean(modes.startOf(k, state));
        SampleLaw cosine = cosine(asked.frequency(), mean, exponent(experiment, k, response));
        String name = Characteristic.QUANTITY + "." + (k + 1);
        all.add(new Predicted(name, step, cosine.mean(), Spread.of(cosine)));
      }
    }
    return all;
  }

  /** cos(u x): cos^2 and cos^3 are sums of cosines of 2 u x and 3 u x. */
  private static SampleLaw cosine(double u, double mean, DoubleUnaryOperator exponent) {
    DoubleUnaryOperator phi =
        v -> StrictMath.cos(v * mean) * StrictMath.exp(-exponent.applyAsDouble(v));
    double first = phi.applyAsDouble(u);
    return SampleLaw.ofMoments(
        first, 0.5 * (1 + phi.applyAsDouble(2 * u)), 0.25 * (3 * first + phi.applyAsDouble(3 * u)));
  }

  /** -ln |E exp(i u x)| of coordinate k. */
  private static DoubleUnaryOperator exponent(Experiment experiment, int k, KickResponse response) {
    DoubleUnaryOperator sum = u -> 0;
    for (Noise part : experiment.noise().parts()) {
      double index = index(part);
      double correction = 1 / index - 0.5;
      boolean rescaled = experiment.dynamics() instanceof EulerMaruyama && index != 2;
      double gain =
          response.powerSum(index, h -> rescaled ? StrictMath.pow(h, correction) : 1)
              * StrictMath.pow(scale(part, k, experiment.dimension()), index);
      DoubleUnaryOperator before = sum;
      sum = u -> before.applyAsDouble(u) + gain * StrictMath.pow(u, index);
    }
    return sum;
  }

  private static double index(Noise part) {
    if (part instanceof Stable stable) {
      return stable.alpha();
    }
    return part instanceof IsotropicStable stable ? stable.alpha() : 2;
  }

  /** Of exp(-|scale u|^index): a normal law of deviation s has the scale s / sqrt(2). */
  private static double scale(Noise part, int k, int dimension) {
    if (part instanceof Stable stable) {
      return stable.scale();
    }
    return part instanceof IsotropicStable stable
        ? stable.scale()
        : part.deviations(dimension).orElseThrow().at(k) * Math.sqrt(0.5);
  }
}
