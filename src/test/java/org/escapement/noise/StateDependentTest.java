package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class StateDependentTest {
  private static final int LANES = 16;

  private static Batch batch() {
    Batch batch = new Batch(LANES, 2, Vector.of(0, 0));
    for (int i = 0; i < LANES; i++) {
      batch.add(i);
      batch.state()[0][i] = 0.25 * i;
      batch.state()[1][i] = -1;
    }
    return batch;
  }

  @Test
  void isTheStandardNormalTimesItsSizeAtThePosition() {
    Batch batch = batch();
    Kicks kicks = new StateDependent(0.6, 0.8).start(2, LANES, new Draws(Sample.KEY, LANES), 3);
    Kicks normal = new Gaussian(1).start(2, LANES, new Draws(Sample.KEY, LANES), 3);
    kicks.draw(batch);
    normal.draw(batch);
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      double[][] got = kicks.kicks(phase, batch.state(), LANES);
      double[][] xi = normal.kicks(phase, batch.state(), LANES);
      for (int i = 0; i < LANES; i++) {
        double size = Math.sqrt(0.36 + 0.64 * 0.0625 * i * i);
        assertThat(got[0][i]).isCloseTo(size * xi[0][i], within(1e-14));
        assertThat(got[1][i]).isCloseTo(xi[1][i], within(1e-14));
      }
    }
  }

  @Test
  void withoutSlopeItIsGaussian() {
    assertThat(Sample.of(new StateDependent(1, 0), 2, 4))
        .isDeepEqualTo(Sample.of(new Gaussian(1), 2, 4));
  }

  @Test
  void multiplicativeNoiseVanishesAtTheOrigin() {
    assertThat(Sample.of(new StateDependent(0, 1), 1, 4)[0]).containsOnly(0.0, -0.0);
  }

  @Test
  void takesItsSizeFromWhereTheGradientIsTakenAndNotFromTheBatch() {
    Batch batch = batch();
    Kicks kicks = new StateDependent(0, 1).start(2, LANES, new Draws(Sample.KEY, LANES), 0);
    kicks.draw(batch);
    double[][] elsewhere = new double[2][LANES];
    assertThat(kicks.kicks(0, elsewhere, LANES)[1]).containsOnly(0.0, -0.0);
    assertThat(kicks.kicks(0, batch.state(), LANES)[1]).doesNotContain(0.0, -0.0);
  }
}
