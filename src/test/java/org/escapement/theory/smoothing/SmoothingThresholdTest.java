package org.escapement.theory.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Minima;
import org.escapement.model.Domain;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.ExactlySmoothed;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Smoothed;
import org.escapement.objective.TiltedDoubleWell;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds are roots of the equations for the last minima, computed outside this project. */
@Tag("digits")
class SmoothingThresholdTest {
  private static final Noise NONE = new NoNoise();

  private static Experiment experiment(Objective f, Noise noise, double start, Domain domain) {
    return new Experiment(
        f,
        noise,
        new Sgd(new Constant(0.001)),
        Vector.of(start),
        domain,
        1000,
        Double.POSITIVE_INFINITY);
  }

  private static Map<String, Double> predicted(Experiment experiment) {
    return new SmoothingThreshold()
        .of(experiment).stream().collect(Collectors.toMap(Predicted::quantity, Predicted::value));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.436352", "2, 0.382758", "3, 0.351397", "4, 0.328219", "5, 0.309411"})
  void rastriginsMinima(int number, double threshold) {
    for (double delta : new double[] {threshold - 1e-4, threshold + 1e-4}) {
      Objective f = new Smoothed(new Rastrigin(1, 10), delta, "gaussian", 3);
      Domain around = new Interval(number - 0.5, number + 0.5);
      Map<String, Double> found = predicted(experiment(f, NONE, number, around));
      assertThat(found).containsEntry("exited_share", delta > threshold ? 1.0 : 0.0);
      assertThat(found.get("vanishing_width")).isCloseTo(threshold, within(5e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gaussian, 0.1, 0.444536",
    "gaussian, 0.3, 0.225882",
    "ball, 0.1, 0.769959",
    "ball, 0.3, 0.391239"
  })
  void theHigherWell(String law, double tilt, double threshold) {
    Objective f = new ExactlySmoothed(new TiltedDoubleWell(0.25, 1, tilt), 0.5, law);
    Map<String, Double> found = predicted(experiment(f, NONE, 1, new HalfSpace(Vector.of(1), 0)));
    assertThat(found.get("vanishing_width")).isCloseTo(threshold, within(1e-5));
    assertThat(found).containsEntry("exited_share", 0.5 > threshold ? 1.0 : 0.0);
  }

  /** By Gauss and Hermite with 80 nodes. */
  @Test
  void errorOfASample() {
    Objective f = new Smoothed(new TiltedDoubleWell(0.25, 1, 0.3), 0.4, "gaussian", 7);
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(80);
    DoubleUnaryOperator value =
        t -> {
          double x = 1 - 0.4 * Math.sqrt(2) * t;
          return 0.25 * (x * x - 1) * (x * x - 1) + 0.3 * x;
        };
    double mean = rule.integrate(value::applyAsDouble) / Math.sqrt(Math.PI);
    double square =
        rule.integrate(t -> value.applyAsDouble(t) * value.applyAsDouble(t)) / Math.sqrt(Math.PI);
    assertThat(predicted(experiment(f, NONE, 1, new Interval(0, 2))).get("sample_deviation"))
        .isCloseTo(Math.sqrt(square - mean * mean), within(1e-12));
  }

  @Test
  void saysNothingElsewhere() {
    Objective f = new Smoothed(new Rastrigin(1, 10), 0.4, "gaussian", 3);
    Domain around = new Interval(0.5, 1.5);
    assertThat(predicted(experiment(f, new Gaussian(1), 1, around))).isEmpty();
    assertThat(predicted(experiment(f, NONE, 1, new WholeSpace()))).isEmpty();
    assertThat(predicted(experiment(new Rastrigin(1, 10), NONE, 1, around))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 31", "0.1, 26", "0.2, 14", "0.3, 5", "0.35, 3", "0.4, 1", "0.437, 0"})
  void numberOfMinima(double delta, double expected) {
    Objective f = new Smoothed(new Rastrigin(1, 10), delta, "gaussian", 3);
    assertThat(
            new SmoothedMinima()
                .of(
                    experiment(f, NONE, 1, new WholeSpace()),
                    List.of(new Minima(0.5, 36, 3551, 1))))
        .containsExactly(new Predicted("minima", expected));
  }
}
