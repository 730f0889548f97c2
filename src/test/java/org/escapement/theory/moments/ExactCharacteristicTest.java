package org.escapement.theory.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Characteristic;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Stable;
import org.escapement.noise.SumOfNoises;
import org.escapement.noise.Uniform;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.SampleLaw;
import org.junit.jupiter.api.Test;

class ExactCharacteristicTest {
  private static Schedule c(double value) {
    return new Constant(value);
  }

  private static Experiment on(Noise noise, Dynamics dynamics, long horizon, double start) {
    Objective f = new Quadratic(Vector.of(1, 1));
    return new Experiment(
        f,
        noise,
        dynamics,
        Vector.of(start, start),
        new WholeSpace(),
        horizon,
        Double.POSITIVE_INFINITY);
  }

  private static List<Predicted> of(double u, Experiment experiment) {
    return new ExactCharacteristic()
        .of(experiment, List.of(new Characteristic(u, new AtHorizon())));
  }

  // The chain x' = 0.8 x + 0.2^(2/3) S is stable of scale (0.2 / (1 - 0.8^1.5))^(2/3) = 0.79069:
  // E cos x = 0.4951.
  @Test
  void stationaryScale() {
    for (Noise noise : new Noise[] {new Stable(1.5, 1), new IsotropicStable(1.5, 1)}) {
      List<Predicted> found = of(1, on(noise, new EulerMaruyama(c(0.2)), 1000, 3));
      assertThat(found)
          .extracting(Predicted::quantity)
          .containsExactly("characteristic.1", "characteristic.2");
      assertThat(found.get(1).value()).isCloseTo(0.4951, within(5e-5));
    }
  }

  // Impulse response of x' = x + v', v' = mu v - eta x + kick: largest 1.6025 and 3.3716; the scale
  // by the sum over it.
  @Test
  void momentum() {
    double[] response = new double[400];
    double v = 1;
    double x = 1;
    for (int j = 0; j < response.length; j++) {
      response[j] = x;
      v = 0.9 * v - 0.05 * x;
      x += v;
    }
    double sum = 0;
    double largest = 0;
    for (double g : response) {
      sum += StrictMath.pow(Math.abs(0.05 * g), 1.2);
      largest = Math.max(largest, g);
    }
    assertThat(largest).isCloseTo(3.3716, within(5e-5));
    Dynamics ball = new HeavyBall(c(0.05), c(0.9));
    double expected = StrictMath.exp(-sum * StrictMath.pow(0.7, 1.2));
    assertThat(of(0.7, on(new Stable(1.2, 1), ball, 400, 0)).get(0).value())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void normalNoiseIsThatOfTheMoments() {
    Schedule eta = new Polynomial(0.3, 10, 0.5);
    Experiment experiment = on(new Gaussian(2), new Nesterov(eta, c(0.6)), 25, 1.5);
    SampleLaw x = QuadraticPath.of(experiment, 25).orElseThrow().at(25).mean(0);
    Predicted found = of(0.8, experiment).get(0);
    double damping = StrictMath.exp(-0.32 * x.variance());
    assertThat(found.value()).isCloseTo(StrictMath.cos(0.8 * x.mean()) * damping, within(1e-13));
    double square =
        0.5 * (1 + StrictMath.cos(1.6 * x.mean()) * StrictMath.exp(-1.28 * x.variance()));
    assertThat(found.spread().deviation())
        .isCloseTo(Math.sqrt(square - found.value() * found.value()), within(1e-12));
  }

  // One step of size h: parts of the driving noise are scaled by h^(1/alpha) each.
  @Test
  void sumOfNoises() {
    Noise noise = new SumOfNoises(List.of(new Stable(1.5, 2), new Gaussian(3)));
    double h = 0.01;
    double driven = StrictMath.exp(-h * StrictMath.pow(2, 1.5) - 0.5 * h * 9);
    assertThat(of(1, on(noise, new EulerMaruyama(c(h)), 1, 0)).get(0).value())
        .isCloseTo(driven, within(1e-14));
    double descent = StrictMath.exp(-StrictMath.pow(2 * h, 1.5) - 0.5 * 9 * h * h);
    assertThat(of(1, on(noise, new Sgd(c(h)), 1, 0)).get(0).value())
        .isCloseTo(descent, within(1e-14));
  }

  @Test
  void nothingForOtherLaws() {
    assertThat(of(1, on(new Uniform(1), new Sgd(c(0.1)), 10, 0))).isEmpty();
  }
}
