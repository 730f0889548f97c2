package org.escapement.theory.saddle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.Box;
import org.escapement.domain.Interval;
import org.escapement.domain.Slab;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Periodic;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.FiniteSample;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.objective.SaddleToy;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Prediction;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Exits from a saddle against numbers of programs of their own: direct summation of the law, direct
 * simulation, and quadrature, in NumPy.
 */
@Tag("digits")
class SaddlePassageTest {
  private static final double ETA = 5e-5;
  private static final Noise FRESH =
      new DiagonalGaussian(Vector.of(Math.sqrt(0.1), Math.sqrt(0.001)));
  private static final Noise RAW =
      new FiniteSample(10, Vector.of(Math.sqrt(0.1), Math.sqrt(0.001)), false);
  private static final Noise CENTRED =
      new FiniteSample(10, Vector.of(Math.sqrt(0.1), Math.sqrt(0.001)), true);

  private static Experiment experiment(Objective f, Noise noise, Dynamics dynamics, Domain domain) {
    Vector start = Vector.zero(f.dimension());
    return new Experiment(f, noise, dynamics, start, domain, 1L << 40, Double.POSITIVE_INFINITY);
  }

  private static Experiment linear(Dynamics dynamics) {
    return experiment(
        new Quadratic(Vector.of(-0.1)), new Gaussian(0.1), dynamics, new Interval(-1, 1));
  }

  private static Experiment toy(Noise noise, double momentum, double wall) {
    return experiment(
        new SaddleToy(Vector.of(1, -0.1)),
        noise,
        new HeavyBall(new Constant(ETA), new Constant(momentum)),
        new Box(Vector.of(-5, -wall), Vector.of(5, wall)));
  }

  private static Map<String, Double> of(Prediction prediction, Experiment experiment) {
    assertThat(experiment.problems()).isEmpty();
    Map<String, Double> result = new TreeMap<>();
    prediction.of(experiment).forEach(p -> result.put(p.quantity(), p.value()));
    return result;
  }

  private static double steps(Prediction prediction, Experiment experiment, String quantity) {
    double value = of(prediction, experiment).get(quantity);
    return quantity.equals("mean_step") ? value : value / experiment.dynamics().stepSize().at(0);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4438.85, 1111.1, 3306, 4197, 5878, 1",
    "0.3, 2985.7, 778.3, 2192, 2816, 3994, 1.42770",
    "0.5, 2053.14, 556.8, 1485, 1932, 2775, 1.99602",
    "0.9, 370.364, 120.5, 248, 344, 527, 9.23883",
    "0.95, 213.3, 71.9, 140, 197, 307, 15.5031",
    "0.99, 123.689, 40.6, 83, 115, 176, 27.4414"
  })
  void linearSaddle(
      double beta, double mean, double sd, double q10, double q50, double q90, double speed) {
    LinearGrowth growth = new LinearGrowth(1e-3, beta);
    PassageLaw law = new PassageLaw(growth, 1, 0, RandomVariance.of(1e-6));
    assertThat(StrictMath.expm1(growth.rate()) / 1e-3).isCloseTo(speed, within(5.1e-5 * speed));
    assertThat(law.mean()).isCloseTo(mean, within(0.06));
    assertThat(law.deviation()).isCloseTo(sd, within(0.06));
    // The tables round up to the step by which the share has left.
    assertThat(law.quantile(0.1)).isCloseTo(q10, within(1.01));
    assertThat(law.quantile(0.5)).isCloseTo(q50, within(1.01));
    assertThat(law.quantile(0.9)).isCloseTo(q90, within(1.01));
    Dynamics ball = new HeavyBall(new Constant(0.01), new Constant(beta));
    assertThat(steps(new SaddlePassage(), linear(ball), "mean_step"))
        .isCloseTo(law.mean(), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 4444.8", "0.9, 4491.7"})
  void normalisedMomentumIsNeverFaster(double beta, double mean) {
    Experiment e = linear(new NormalisedHeavyBall(new Constant(0.01), new Constant(beta)));
    assertThat(steps(new SaddlePassage(), e, "mean_step")).isCloseTo(mean, within(0.06));
    assertThat(of(new MomentumFactor(), e)).isEmpty();
    assertThat(of(new MomentumCeiling(), e)).isEmpty();
  }

  /** The sum over all steps, one by one, is the definition. */
  @Test
  void strideOfTheSumDoesNotMatter() {
    PassageLaw law = new PassageLaw(new LinearGrowth(1e-3, 0.3), 1, 0, RandomVariance.of(1e-6));
    double mean = 0;
    double second = 0;
    for (int t = 0; t < 60_000; t++) {
      mean += law.survival(t);
      second += (2 * t + 1) * law.survival(t);
    }
    assertThat(law.mean()).isCloseTo(mean, within(1e-8));
    assertThat(law.deviation()).isCloseTo(Math.sqrt(second - mean * mean), within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1.36996e6, 1.32168e6",
    "0.3, 9.3401e5, 9.0022e5",
    "0.7, 3.7489e5, 3.6041e5",
    "0.9, 1.14038e5, 1.09208e5"
  })
  void toyWithFreshNoise(double beta, double mean, double median) {
    SaddleExit exit = SaddleExit.of(toy(FRESH, beta, 0.25)).orElseThrow();
    assertThat(exit.law(0.25).mean()).isCloseTo(mean, within(1e-5 * mean));
    assertThat(exit.law(0.25).quantile(0.5)).isCloseTo(median, within(1.2e-5 * median));
    // The wall at 0.25 feels the confinement by 2e-4.
    assertThat(steps(new SaddlePassage(), toy(FRESH, beta, 0.25), "mean_step") / mean)
        .isCloseTo(1, within(3e-4));
  }

  /** From w = 0.25 to 0.9 f* it takes 148079 and 14808 steps more, by the slow flow. */
  @ParameterizedTest
  @CsvSource({"0, 148079, 40", "0.9, 14808, 10"})
  void lastStretch(double beta, double more, double error) {
    Prediction law = new SaddlePassage();
    double near = steps(law, toy(FRESH, beta, 0.25), "mean_step");
    double far = steps(law, toy(FRESH, beta, 0.495511), "mean_step");
    assertThat(far - near).isCloseTo(more, within(error));
  }

  @ParameterizedTest
  @CsvSource({"0.7, 3.8151e5", "0.9, 1.16245e5"})
  void toyWithCentredSample(double beta, double mean) {
    SaddleExit exit = SaddleExit.of(toy(CENTRED, beta, 0.25)).orElseThrow();
    assertThat(exit.law(0.25).mean()).isCloseTo(mean, within(2e-5 * mean));
  }

  /** E ln(s^2 / sample variance)/2 = (ln(n/2) - psi((n - 1)/2))/2, 0.110283 for n = 10. */
  @ParameterizedTest
  @CsvSource({"2", "3", "10", "50"})
  void smallSamplesDelayByALogarithm(int n) {
    LinearGrowth growth = new LinearGrowth(5e-6, 0.5);
    double fresh = new PassageLaw(growth, 0.25, 0, RandomVariance.of(1e-12)).mean();
    double centred = new PassageLaw(growth, 0.25, 0, RandomVariance.ofSample(1e-12, n)).mean();
    double delay = (StrictMath.log(n / 2.0) - Gamma.digamma((n - 1) / 2.0)) / 2;
    assertThat((centred - fresh) * growth.rate()).isCloseTo(delay, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0, 3.626e5, 3.098e5", "0.9, 36277, 30994"})
  void toyWithRawSample(double beta, double mean, double median) {
    Experiment e = toy(RAW, beta, 0.25);
    assertThat(steps(new SaddleDrift(), e, "mean_step") / mean).isCloseTo(1, within(5e-4));
    assertThat(steps(new SaddleDrift(), e, "median") / median).isCloseTo(1, within(5e-4));
    // Noise about the push moves the mean by less than 1 %.
    assertThat(steps(new SaddlePassage(), e, "mean_step") / mean).isCloseTo(1, within(0.01));
    assertThat(of(new SaddlePassage(), toy(RAW, beta, 0.495511))).isEmpty();
    assertThat(of(new SaddleDrift(), toy(RAW, beta, 0.495511))).isNotEmpty();
  }

  @Test
  void theoremAndCeiling() {
    Dynamics ball = new HeavyBall(new Constant(0.01), new Constant(0.9));
    assertThat(steps(new MomentumFactor(), linear(ball), "mean_step"))
        .isCloseTo(443.885, within(6e-3));
    double least = steps(new MomentumCeiling(), linear(ball), "mean_step");
    // The closed form takes the wall, 16 standard deviations wide here, for infinitely far.
    assertThat(least / LinearSaddle.meanSteps(1e-3, 1, 1, 1e-3)).isCloseTo(1, within(0.01));
    assertThat(least).isLessThan(123.689);
  }

  /** A schedule that never changes, but does not say so, is the constant one. */
  @ParameterizedTest
  @CsvSource({"0, 4438.85", "0.5, 2053.14", "0.9, 370.364"})
  void schedulesHaveTheLawOfTheirConstants(double beta, double mean) {
    Schedule never = new Piecewise(Vector.of(0.01, 0.01), Vector.of(0, 7));
    for (Dynamics ball :
        new Dynamics[] {
          new HeavyBall(never, new Constant(beta)), new PytorchMomentum(never, new Constant(beta))
        }) {
      Map<String, Double> passage = of(new ScheduledPassage(), linear(ball));
      assertThat(passage.get("mean_step")).isCloseTo(mean, within(6e-3));
      assertThat(passage.get("mean_time")).isCloseTo(0.01 * mean, within(6e-5));
    }
  }

  /** 4e4, 1e5, 2e5 paths of a NumPy program of its own; the seeds are fixed, 4 standard errors. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 100, 3780.747, 5.139",
    "0.5, 0.5, 200, 1334.565, 1.426",
    "0.9, 1, 100, 196.085, 0.166"
  })
  void algorithm2(double beta, double large, double period, double mean, double error) {
    Schedule step = new Periodic(0.01, large, period);
    Map<String, Double> passage =
        of(new ScheduledPassage(), linear(new PytorchMomentum(step, new Constant(beta))));
    assertThat(passage.get("mean_step")).isCloseTo(mean, within(4 * error));
  }

  @Test
  void claimsNothingElse() {
    Prediction law = new SaddlePassage();
    Dynamics ball = new HeavyBall(new Constant(0.01), new Constant(0.5));
    Noise noise = new Gaussian(0.1);
    Objective two = new Quadratic(Vector.of(-1, -2));
    Domain square = new Box(Vector.of(-1, -1), Vector.of(1, 1));
    assertThat(of(law, experiment(two, noise, ball, square))).isEmpty();
    Objective flat = new Quadratic(Vector.of(-1, 0));
    assertThat(of(law, experiment(flat, noise, ball, square))).isEmpty();
    Objective saddle = new Quadratic(Vector.of(-1, 2));
    assertThat(of(law, experiment(saddle, noise, ball, square))).isNotEmpty();
    Domain narrow = new Box(Vector.of(-1, -0.05), Vector.of(1, 0.05));
    assertThat(of(law, experiment(saddle, noise, ball, narrow))).isEmpty();
    Map<String, Double> slab = of(law, experiment(saddle, noise, ball, new Slab(1, 1)));
    assertThat(slab).isEqualTo(of(law, experiment(saddle, noise, ball, square)));
    assertThat(of(law, experiment(saddle, noise, ball, new Slab(2, 1)))).isEmpty();
    assertThat(of(law, experiment(saddle, new Gaussian(20), ball, square))).isEmpty();
    assertThat(of(law, toy(FRESH, 0.5, 0.57))).isEmpty();
    assertThat(of(law, linear(new HeavyBall(new Constant(0.01), new Constant(-0.5))))).isEmpty();
    assertThat(of(new ScheduledPassage(), linear(ball))).isEmpty();
    assertThat(of(new SaddleDrift(), toy(CENTRED, 0.5, 0.25))).isEmpty();
  }
}
