package org.escapement.theory.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.HeavyBallEquation1;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Sgd;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Difference;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.measure.When;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.noise.Stable;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.study.PredictionEntries;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentPredictionsTest {
  private static final Noise NORMAL = new Gaussian(1);
  private static final List<String> ALL =
      List.of("loss", "mean", "second", "cross", "norm", "off-axis");

  private static Experiment on(
      Objective f, Noise noise, Dynamics dynamics, long horizon, double... start) {
    return new Experiment(
        f, noise, dynamics, Vector.of(start), new WholeSpace(), horizon, Double.POSITIVE_INFINITY);
  }

  private static Sgd sgd(double eta) {
    return new Sgd(new Constant(eta));
  }

  private static Map<String, Predicted> of(String name, Experiment experiment, When when) {
    List<Measure<?>> measures = List.of(new Moments(ALL, when));
    Map<String, Predicted> result = new TreeMap<>();
    for (Prediction prediction : PredictionEntries.all()) {
      if (prediction.name().equals(name)) {
        prediction
            .of(experiment, measures)
            .forEach(p -> result.put(p.quantity() + "@" + p.step(), p));
      }
    }
    return result;
  }

  @Test
  void everyMeasuredNumberOfAQuadratic() {
    Experiment experiment = on(new Quadratic(Vector.of(1, 0.5)), NORMAL, sgd(0.1), 20, 1, 2);
    Map<String, Predicted> exact = of("exact-moments", experiment, new AtSteps(Vector.of(1, 20)));
    assertThat(exact.keySet())
        .containsExactly(
            "cross.1.2@1",
            "cross.1.2@20",
            "loss@1",
            "loss@20",
            "mean.1@1",
            "mean.1@20",
            "mean.2@1",
            "mean.2@20",
            "norm@1",
            "norm@20",
            "second.1.1@1",
            "second.1.1@20",
            "second.2.2@1",
            "second.2.2@20");
    assertThat(exact.get("mean.2@1").value()).isCloseTo(1.9, within(1e-15));
    assertThat(exact.get("mean.2@1").spread()).isEqualTo(new Spread(0.1, 0));
    assertThat(exact.get("cross.1.2@1").value()).isCloseTo(0.9 * 1.9, within(1e-15));
    assertThat(exact.get("second.2.2@1").value()).isCloseTo(1.9 * 1.9 + 0.01, within(1e-14));
    // (m + s xi)^2: variance 4 m^2 s^2 + 2 s^4, third cumulant 24 m^2 s^4 + 8 s^6.
    double variance = 4 * 1.9 * 1.9 * 0.01 + 2e-4;
    Spread spread = exact.get("second.2.2@1").spread();
    assertThat(spread.deviation() * spread.deviation()).isCloseTo(variance, within(1e-14));
    assertThat(spread.skewness())
        .isCloseTo(
            (24 * 1.9 * 1.9 * 1e-4 + 8e-6) / (variance * Math.sqrt(variance)), within(1e-10));
    assertThat(of("modified-equation-1", experiment, new AtHorizon())).hasSize(7);
    assertThat(of("modified-equation-2", experiment, new AtHorizon())).hasSize(7);
    assertThat(of("hessian-aware-equation", experiment, new AtHorizon()).get("loss@20").value())
        .isCloseTo(exact.get("loss@20").value(), within(1e-14));
    assertThat(of("overdamped-equation", experiment, new AtHorizon())).isEmpty();
  }

  // The equations that step exactly are compared with their own moments, with an error or without.
  @Test
  void simulatedEquations() {
    Objective bowl = new Quadratic(Vector.of(1));
    Map<String, Predicted> sgd =
        of("modified-equation-2", on(bowl, NORMAL, sgd(0.1), 20, 2), new AtHorizon());
    Experiment itself = on(bowl, NORMAL, new SgdEquation2(new Constant(0.1), 4), 20, 2);
    assertThat(of("modified-equation-1", itself, new AtHorizon())).isEmpty();
    assertThat(of("exact-moments", itself, new AtHorizon()).get("loss@20").value())
        .isCloseTo(sgd.get("loss@20").value(), within(1e-14));
    assertThat(of("modified-equation-2", itself, new AtHorizon()).get("loss@20").value())
        .isEqualTo(sgd.get("loss@20").value());
    Dynamics ball = new HeavyBallEquation1(new Constant(0.1), new Constant(0.5), 4);
    assertThat(of("exact-moments", on(bowl, NORMAL, ball, 20, 2), new AtHorizon()))
        .containsKeys("loss@20");
    assertThat(of("modified-equation-1", on(bowl, NORMAL, ball, 20, 2), new AtHorizon()))
        .containsKeys("loss@20");
  }

  @Test
  void nothingWithoutVariance() {
    Experiment experiment = on(new Quadratic(Vector.of(1)), new Stable(1.5, 1), sgd(0.1), 20, 1);
    for (Prediction prediction : PredictionEntries.all()) {
      assertThat(of(prediction.name(), experiment, new AtHorizon())).isEmpty();
    }
  }

  // E x^2 at T = 1 from x0 = 1/2 in (x^2 - 1)^2/4, by an independent quadrature of the
  // Chapman-Kolmogorov equation; its equations of order 1 and 2 by Chebyshev collocation of the
  // backward equation.
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.68889893, 0.66898199, 0.66014916",
    "0.05, 0.69287869, 0.68802027, 0.68993114",
    "0.025, 0.70071521, 0.69841753, 0.69992968"
  })
  void doubleWell(double eta, double expected, double first, double second) {
    long steps = Math.round(1 / eta);
    String name = "second.1.1@" + steps;
    Experiment experiment = on(new DoubleWell(0.25, 1), NORMAL, sgd(eta), steps, 0.5);
    assertThat(of("exact-moments", experiment, new AtHorizon()).get(name).value())
        .isCloseTo(expected, within(6e-9));
    assertThat(of("modified-equation-1", experiment, new AtHorizon()).get(name).value())
        .isCloseTo(first, within(1e-7));
    assertThat(of("modified-equation-2", experiment, new AtHorizon()).get(name).value())
        .isCloseTo(second, within(1e-7));
  }

  // The Hessian-aware equation in the same well, by Chebyshev collocation.
  @ParameterizedTest
  @CsvSource({"0.05, 0.68977796", "0.025, 0.69994553"})
  void hessianAwareInTheWell(double eta, double expected) {
    long steps = Math.round(1 / eta);
    Experiment experiment = on(new DoubleWell(0.25, 1), NORMAL, sgd(eta), steps, 0.5);
    Predicted second =
        of("hessian-aware-equation", experiment, new AtHorizon()).get("second.1.1@" + steps);
    assertThat(second.value()).isCloseTo(expected, within(1e-7));
  }

  // Weak errors at T = 2 by closed forms, as they are measured with common random numbers.
  @Test
  void differencesOfLosses() {
    Experiment descent =
        on(
            new Quadratic(Vector.of(1, 0.5, 0.25)),
            new DiagonalGaussian(Vector.of(1, 0.5, 0.25)),
            sgd(0.1),
            20,
            2,
            2,
            2);
    double error = 5e-6;
    assertThat(difference("exact-moments", "sgd-equation-1", descent))
        .isCloseTo(1.463e-2, within(error));
    assertThat(difference("exact-moments", "sgd-equation-2", descent))
        .isCloseTo(-2.082e-3, within(error));
    Measure<?> none = new Difference("hessian-aware", List.of("loss"), new AtHorizon(), 4);
    assertThat(new ExactMoments().of(descent, List.of(none)))
        .extracting(Predicted::quantity)
        .containsExactly("hessian-aware.loss");
    Experiment ball =
        on(
            new Quadratic(Vector.of(2, 1, 0.5)),
            new DiagonalGaussian(Vector.of(2, 1, 0.5)),
            new HeavyBall(new Constant(0.0025), new Constant(0.975)),
            40,
            1,
            1,
            1);
    assertThat(difference("exact-moments", "heavy-ball-equation-1", ball))
        .isCloseTo(-9.461e-3, within(error));
    assertThat(difference("exact-moments", "heavy-ball-equation-2", ball))
        .isCloseTo(-5.465e-3, within(error));
  }

  private static double difference(String name, String to, Experiment experiment) {
    List<Measure<?>> measures = List.of(new Difference(to, List.of("loss"), new AtHorizon(), 4));
    for (Prediction prediction : PredictionEntries.all()) {
      List<Predicted> found = prediction.of(experiment, measures);
      if (prediction.name().equals(name)) {
        assertThat(found)
            .extracting(Predicted::quantity)
            .containsExactly("difference." + to + ".loss", to + ".loss");
        return found.get(0).value();
      }
      assertThat(found).isEmpty();
    }
    throw new IllegalArgumentException(name);
  }

  @Test
  void firstStepOfTheDensity() {
    // x = 1/2 + 0.1 (3/8) + 0.1 xi.
    Experiment experiment = on(new DoubleWell(0.25, 1), NORMAL, sgd(0.1), 1, 0.5);
    Map<String, Predicted> exact = of("exact-moments", experiment, new AtHorizon());
    assertThat(exact.get("mean.1@1").value()).isCloseTo(0.5375, within(1e-14));
    assertThat(exact.get("mean.1@1").spread().deviation()).isCloseTo(0.1, within(1e-12));
    assertThat(exact.get("second.1.1@1").value()).isCloseTo(0.5375 * 0.5375 + 0.01, within(1e-14));
  }

  @Test
  void noDensityThatTakesTooLong() {
    Experiment experiment = on(new DoubleWell(0.25, 1), NORMAL, sgd(0.1), 1L << 40, 0.5);
    for (Prediction prediction : PredictionEntries.all()) {
      assertThat(of(prediction.name(), experiment, new AtHorizon())).isEmpty();
    }
  }

  @Test
  void noDensityOfWhatExplodes() {
    Experiment experiment = on(new DoubleWell(0.25, 1), NORMAL, sgd(1.5), 100, 0.5);
    assertThat(of("exact-moments", experiment, new AtHorizon())).isEmpty();
    Experiment withMemory =
        on(
            new DoubleWell(0.25, 1),
            NORMAL,
            new HeavyBall(new Constant(0.1), new Constant(0.5)),
            10,
            0.5);
    assertThat(of("exact-moments", withMemory, new AtHorizon())).isEmpty();
  }

  /**
   * The second of two kicks adds its variance to E x^2 whatever came before, so that a batch of 4
   * there takes 3/4 of it away; the mean does not feel it.
   */
  @Test
  void batchesThatGrow() {
    Objective well = new DoubleWell(0.25, 1);
    Schedule growing = new Piecewise(Vector.of(1, 4), Vector.of(0, 1));
    Schedule four = new Piecewise(Vector.of(4, 4), Vector.of(0, 1));
    Map<String, Predicted> plain =
        of("exact-moments", on(well, NORMAL, sgd(0.1), 2, 0.5), new AtHorizon());
    Map<String, Predicted> later =
        of(
            "exact-moments",
            on(well, new Minibatch(NORMAL, growing, 0), sgd(0.1), 2, 0.5),
            new AtHorizon());
    assertThat(later.get("mean.1@2").value())
        .isCloseTo(plain.get("mean.1@2").value(), within(1e-9));
    assertThat(later.get("second.1.1@2").value())
        .isCloseTo(plain.get("second.1.1@2").value() - 0.75 * 0.01, within(1e-9));
    Map<String, Predicted> smaller =
        of("exact-moments", on(well, new Gaussian(0.5), sgd(0.1), 20, 0.5), new AtHorizon());
    Map<String, Predicted> always =
        of(
            "exact-moments",
            on(well, new Minibatch(NORMAL, four, 0), sgd(0.1), 20, 0.5),
            new AtHorizon());
    assertThat(always.get("loss@20").value())
        .isCloseTo(smaller.get("loss@20").value(), within(1e-12));
  }
}
