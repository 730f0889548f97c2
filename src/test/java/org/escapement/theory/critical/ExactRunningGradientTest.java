package org.escapement.theory.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.RunningGradient;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.junit.jupiter.api.Test;

/**
 * f = x^2/2, C^2 = 1280, epsilon^2 = 1/4, x_0^2 = 1000 epsilon^2, momentum 0.9. The numbers are
 * those of an independent program that iterates the three second moments of position and buffer.
 */
class ExactRunningGradientTest {
  private static final Schedule BETA = new Constant(0.9);

  private static Dynamics sgd(double eta) {
    return new Sgd(new Constant(eta));
  }

  private static Dynamics normalised(double eta) {
    return new NormalisedHeavyBall(new Constant(eta), BETA);
  }

  private static Dynamics ball(double eta) {
    return new PytorchMomentum(new Constant(eta), BETA);
  }

  private static List<Predicted> predicted(Dynamics dynamics, double batch, String of) {
    Experiment e =
        new Experiment(
            new Quadratic(Vector.of(1)),
            new Minibatch(new Gaussian(Math.sqrt(1280)), new Constant(batch), 0),
            dynamics,
            Vector.of(Math.sqrt(250)),
            new WholeSpace(),
            100_000,
            Double.POSITIVE_INFINITY);
    return new ExactRunningGradient()
        .of(e, List.of(new RunningGradient(0.5, of, "squared", 1, 400)));
  }

  private static double steps(Dynamics dynamics, double batch) {
    return predicted(dynamics, batch, "full").get(0).value();
  }

  @Test
  void stepsOfTheHeavyBall() {
    assertThat(Math.ceil(steps(ball(0.1), 4000))).isEqualTo(15675);
    assertThat(predicted(ball(0.1), 4000, "full").get(1).value())
        .isCloseTo(4000 * 15674.6, within(4000.0));
  }

  @Test
  void stepsAtTheCriticalBatchSize() {
    assertThat(Math.ceil(steps(sgd(0.1), 539))).isEqualTo(10521);
    assertThat(Math.ceil(steps(normalised(0.1), 513))).isEqualTo(19524);
    assertThat(Math.ceil(steps(ball(0.1), 5266))).isEqualTo(10732);
  }

  /** b* 539, 513, 5266; the minimum is flat, so that b T may be compared more sharply. */
  @Test
  void criticalBatchSizesAndWhatTheRecipeMakesOfThem() {
    assertThat(best(sgd(0.1), 530, 548, 1)).isCloseTo(539, within(2.0));
    assertThat(best(normalised(0.1), 504, 522, 1)).isCloseTo(513, within(2.0));
    double ball = best(ball(0.1), 5226, 5306, 4);
    assertThat(ball).isCloseTo(5266, within(20.0));
    assertThat(SatoIiduka.variance(sgd(0.1), 0.5, 539).orElseThrow()).isCloseTo(1347, within(1.0));
    assertThat(SatoIiduka.variance(normalised(0.1), 0.5, 513).orElseThrow())
        .isCloseTo(128.2, within(0.1));
    assertThat(SatoIiduka.variance(ball(0.1), 0.5, 5266).orElseThrow())
        .isCloseTo(130.2, within(0.1));
  }

  private static double best(Dynamics dynamics, int from, int to, int by) {
    double best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int b = from; b <= to; b += by) {
      double samples = b * steps(dynamics, b);
      if (samples < least) {
        least = samples;
        best = b;
      }
    }
    return best;
  }

  /** What b* should exceed: 512, 5120, 51769. */
  @Test
  void theClaimedBounds() {
    double[] least =
        Arrays.stream(new Dynamics[] {sgd(0.1), normalised(0.1), ball(0.1)})
            .mapToDouble(d -> SatoIiduka.leastCriticalBatch(d, 0.5, 1280).orElseThrow())
            .toArray();
    assertThat(least[0]).isCloseTo(512, within(1e-9));
    assertThat(least[1]).isCloseTo(5120, within(1e-9));
    assertThat(least[2]).isCloseTo(51769, within(1.0));
    assertThat(SatoIiduka.factor(new PytorchMomentum(new Constant(0.1), new Constant(0))))
        .isEmpty();
    assertThat(
            SatoIiduka.trueVariance(new Minibatch(new Gaussian(2), new Constant(7), 0), 3)
                .orElseThrow())
        .isEqualTo(12);
  }

  /** A sampled gradient's square has the mean C^2/b more: it never comes below that. */
  @Test
  void sampledGradientsNeedLargerBatches() {
    assertThat(predicted(sgd(0.1), 5120, "sampled")).isEmpty();
    double b = 16384;
    double full = 0.25 - 1280 / b;
    double sampled = predicted(sgd(0.1), b, "sampled").get(0).value();
    // SGD: sum of E x^2 is 250/0.19 - (0.1 s^2/1.9)/0.19 + T (0.1 s^2/1.9), s^2 = C^2/b
    double stationary = 0.1 * 1280 / b / 1.9;
    assertThat(sampled).isCloseTo((250 - stationary) / 0.19 / (full - stationary), within(1e-6));
  }
}
