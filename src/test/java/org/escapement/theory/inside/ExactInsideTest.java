package org.escapement.theory.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.domain.Box;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Inside;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Stable;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Saddle;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.junit.jupiter.api.Test;

class ExactInsideTest {
  private static final Inside INSIDE =
      new Inside(new Box(Vector.of(-0.5), Vector.of(0.5)), new AtSteps(Vector.of(1, 50)));

  private static List<Predicted> of(Objective f, Noise noise, Vector start) {
    Experiment e =
        new Experiment(
            f,
            noise,
            new Sgd(new Constant(0.001)),
            start,
            new WholeSpace(),
            50,
            Double.POSITIVE_INFINITY);
    return new ExactInside().of(e, List.of(INSIDE));
  }

  /**
   * One step from 0.25: x = 0.25 - 0.001 (0.5 + 20 pi + 300 z), of mean 0.186668 and deviation 0.3,
   * so that P(|x| < 1/2) = Phi(1.044440) - Phi(-2.288894) = 0.840816; cubed for three coordinates.
   */
  @Test
  void isAPowerOfOneCoordinatesShare() {
    List<Predicted> three = of(new Rastrigin(3, 10), new Gaussian(300), Vector.filled(0.25, 3));
    List<Predicted> one = of(new Rastrigin(1, 10), new Gaussian(300), Vector.of(0.25));
    assertThat(one.get(0).value()).isCloseTo(0.840816, within(1e-6));
    assertThat(three).hasSize(2);
    for (int k = 0; k < 2; k++) {
      double p = one.get(k).value();
      assertThat(three.get(k).value()).isCloseTo(p * p * p, within(1e-15));
      assertThat(three.get(k).spread().deviation())
          .isCloseTo(Math.sqrt(p * p * p * (1 - p * p * p)), within(1e-12));
    }
  }

  @Test
  void saysNothingWhereCoordinatesDiffer() {
    Noise noise = new Gaussian(300);
    assertThat(of(new Rastrigin(2, 10), noise, Vector.of(0, 1))).isEmpty();
    assertThat(of(new Rastrigin(2, 10), new Stable(1.5, 1), Vector.of(0, 0))).isEmpty();
    assertThat(of(new Saddle(Vector.of(1, 2), 1), noise, Vector.of(0, 0))).isEmpty();
  }
}
