package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.Ball;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.LangevinEuler;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Retraceable;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.noise.NoNoise;
import org.escapement.noise.StateDependent;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("digits")
class RunningGradientTest {
  private static final Constant ETA = new Constant(0.1);
  private static final Constant BETA = new Constant(0.9);

  private static RunningGradient until(double epsilon, String of, String norm) {
    return new RunningGradient(epsilon, of, norm, 1, 400);
  }

  private static Experiment experiment(Noise noise, Dynamics dynamics, Domain domain, long steps) {
    return new Experiment(
        new Quadratic(Vector.of(1, 0.5)),
        noise,
        dynamics,
        Vector.of(2, -3),
        domain,
        steps,
        Double.POSITIVE_INFINITY);
  }

  private static Map<String, Reading> readings(RunningGradient measure, Experiment e, int lanes) {
    assertThat(measure.problem(e)).isEmpty();
    Means means =
        Simulation.run(e, new RandomKey(3, 4), measure, new Chunk(0, 0, 100), lanes).summary();
    Map<String, Reading> readings = new TreeMap<>();
    measure.readings(means, e).forEach(r -> readings.put(r.quantity(), r));
    return readings;
  }

  /** Without noise all that is said follows from g_t = (2 0.9^t, -1.5 0.95^t). */
  private static long expected(double limit, boolean squared) {
    double sum = 0;
    for (long terms = 1; ; terms++) {
      double a = 2 * StrictMath.pow(0.9, terms - 1);
      double b = 1.5 * StrictMath.pow(0.95, terms - 1);
      sum += squared ? a * a + b * b : StrictMath.sqrt(a * a + b * b);
      if (sum / terms <= limit) {
        return terms;
      }
    }
  }

  @Test
  void withoutNoiseItIsASum() {
    Experiment e = experiment(new NoNoise(), new Sgd(ETA), new WholeSpace(), 1000);
    for (String of : List.of("full", "sampled")) {
      String prefix = of.equals("full") ? "" : "sampled.";
      Map<String, Reading> squared = readings(until(0.5, of, "squared"), e, 64);
      assertThat(squared.get(prefix + "reached-share").value()).isEqualTo(1);
      assertThat(squared.get(prefix + "steps-to-epsilon").value()).isEqualTo(expected(0.25, true));
      assertThat(squared.get(prefix + "ensemble-steps-to-epsilon").value())
          .isBetween(expected(0.25, true) - 1.001, (double) expected(0.25, true));
      assertThat(squared.get(prefix + "largest-gradient").value()).isCloseTo(2.5, within(1e-9));
      Map<String, Reading> plain = readings(until(0.5, of, "plain"), e, 64);
      assertThat(plain.get(prefix + "steps-to-epsilon").value()).isEqualTo(expected(0.5, false));
      assertThat(plain.get(prefix + "largest-gradient").value()).isCloseTo(2.5, within(1e-9));
      assertThat(plain).doesNotContainKey(prefix + "samples-to-epsilon");
    }
  }

  /** The first gradient is one term, the noise of the first step is in the sampled one. */
  @Test
  void aSampleHasTheVarianceOfItsNoise() {
    Noise noise = new Minibatch(new Gaussian(4), new Constant(4), 0);
    for (Dynamics dynamics :
        List.of(
            new Sgd(ETA),
            new HeavyBall(ETA, BETA),
            new PytorchMomentum(ETA, BETA),
            new NormalisedHeavyBall(ETA, BETA),
            new QuasiHyperbolic(ETA, BETA, 0.7))) {
      assertThat(dynamics).isInstanceOf(Retraceable.class);
      Experiment e = experiment(noise, dynamics, new WholeSpace(), 5000);
      RunningGradient full = new RunningGradient(100, "full", "squared", 4000, 400);
      RunningGradient sampled = new RunningGradient(100, "sampled", "squared", 4000, 400);
      double without = sum(full, e);
      double with = sum(sampled, e);
      // 2 coordinates, variance 16/4 each; 100 x 4000 squares have a standard error of 0.03, and
      // the product of noise and gradient one of 0.03 at most: 10 of them
      assertThat(with - without).isCloseTo(8, within(0.4));
    }
  }

  /** The mean of the squared lengths over the first steps that count. */
  private static double sum(RunningGradient measure, Experiment e) {
    Means means =
        Simulation.run(e, new RandomKey(3, 4), measure, new Chunk(0, 0, 100), 64).summary();
    return means.mean(RunningGradient.SUMS) / measure.looks(e.horizon())[0];
  }

  /** Neither where all make the same steps nor where lanes take the places of those that left. */
  @ParameterizedTest
  @ValueSource(strings = {"full", "sampled"})
  void lanesDoNotMatter(String of) {
    for (Domain domain : List.of(new WholeSpace(), new Ball(Vector.zero(2), 4))) {
      Experiment e =
          experiment(
              new Minibatch(new Gaussian(4), new Constant(4), 0),
              new HeavyBall(ETA, new Constant(0.5)),
              domain,
              300);
      RunningGradient measure = until(of.equals("full") ? 0.8 : 2.9, of, "squared");
      Map<String, Reading> one = readings(measure, e, 1);
      String share = measure.quantity("reached-share");
      assertThat(one.get(share).value()).isBetween(0.05, 1.0);
      assertThat(readings(measure, e, 7)).isEqualTo(one);
      assertThat(readings(measure, e, 100)).isEqualTo(one);
    }
  }

  /**
   * With noise 3 |x| and step size 0.1 the second coordinate is a product of factors 0.95 + 0.3 z,
   * close to lognormal: (E q^4)/(E q^2)^2 of 60 of them is above 1e7, of so many sums of Gaussian
   * noise a little above 1.
   */
  @Test
  void tellsWhenFewCarryTheSum() {
    Map<String, Reading> heavy =
        readings(
            until(1.6, "full", "squared"),
            experiment(new StateDependent(0, 3), new Sgd(ETA), new WholeSpace(), 3000),
            64);
    assertThat(heavy.get("ensemble-steps-to-epsilon").tail().isHeavy()).isTrue();
    Noise noise = new Minibatch(new Gaussian(1), new Constant(4), 0);
    Map<String, Reading> light =
        readings(
            until(0.6, "full", "squared"),
            experiment(noise, new Sgd(ETA), new WholeSpace(), 3000),
            64);
    for (String word : List.of("ensemble-steps-to-epsilon", "ensemble-samples-to-epsilon")) {
      assertThat(light.get(word).tail().isKnown()).isTrue();
      assertThat(light.get(word).tail().isHeavy()).isFalse();
    }
  }

  @Test
  void whoDoesNotComeSoFarCountsAsTheHorizon() {
    Experiment e =
        experiment(
            new Minibatch(new Gaussian(4), new Constant(8), 0),
            new Sgd(ETA),
            new WholeSpace(),
            300);
    Map<String, Reading> readings = readings(until(0.6, "full", "squared"), e, 64);
    assertThat(readings.get("reached-share").value()).isBetween(0.05, 0.95);
    assertThat(readings.get("steps-to-epsilon").value()).isNaN();
    assertThat(readings.get("samples-to-epsilon").value()).isNaN();
    assertThat(readings.get("restricted-steps-to-epsilon").value()).isBetween(20.0, 299.0);
  }

  @Test
  void saysWhatIsWrong() {
    Experiment e = experiment(new Gaussian(1), new LangevinEuler(ETA, 1, 1), new WholeSpace(), 10);
    assertThat(until(1, "sampled", "squared").problem(e).orElseThrow())
        .startsWith("what the optimiser saw");
    assertThat(new RunningGradient(1, "full", "squared", 11, 4).problem(e))
        .hasValue("minimum-steps is beyond the horizon");
    assertThatThrownBy(() -> until(1, "half", "squared"))
        .hasMessage("of must be one of [full, sampled], got half");
    assertThat(until(1, "full", "plain").excludes(until(2, "full", "squared"))).isTrue();
    assertThat(until(1, "full", "plain").excludes(until(2, "sampled", "plain"))).isFalse();
  }
}
