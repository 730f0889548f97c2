package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.model.Noise;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class MinibatchTest {
  /** A size that is 1 until some step and then another: the catalogue's are in a later package. */
  private record Later(double size, long from) implements Schedule {
    @Override
    public double at(long step) {
      return step < from ? 1 : size;
    }

    @Override
    public boolean isConstant() {
      return from == 0;
    }

    @Override
    public void check(String interval, String name) {
      org.escapement.model.Check.in(interval, size, name);
    }
  }

  private static final Schedule FOUR = new Later(4, 0);

  @Test
  void theMeanOfFourNormalKicksIsHalfAKick() {
    Noise batch = new Minibatch(new Gaussian(0.6), FOUR, 0);
    assertThat(batch.parts()).containsExactly(new Gaussian(0.3));
    assertThat(Sample.of(batch, 2, 8)).isDeepEqualTo(Sample.of(new Gaussian(0.3), 2, 8));
  }

  /** E exp(iuS) = exp(-|u|^a): the mean of b has b^(1 - a) |u|^a. */
  @Test
  void meansOfStableKicksShrinkMoreSlowly() {
    Noise batch = new Minibatch(new Stable(1.5, 1), FOUR, 0);
    Stable part = (Stable) batch.parts().get(0);
    assertThat(part.scale()).isCloseTo(StrictMath.pow(4, 1 / 1.5 - 1), within(1e-15));
    Noise cauchy = new Minibatch(new Stable(1, 1), FOUR, 0);
    assertThat(cauchy.parts()).containsExactly(new Stable(1, 1));
  }

  /** Variances s^2 (n - b) / (b (n - 1)) for n = 50, 5 of 50 and 25 of 50: 0.18367 and 0.020408. */
  @Test
  void withoutReplacementTheVarianceIsSmaller() {
    assertThat(variance(5)).isCloseTo(0.18367, within(5e-6));
    assertThat(variance(25)).isCloseTo(0.020408, within(5e-7));
    assertThat(new Minibatch(new Gaussian(1), new Later(50, 0), 50).parts())
        .containsExactly(new NoNoise());
  }

  private static double variance(double size) {
    Noise batch = new Minibatch(new Gaussian(1), new Later(size, 0), 50);
    double scale = ((Gaussian) batch.parts().get(0)).scale();
    return scale * scale;
  }

  @Test
  void followsItsSchedule() {
    Noise batch = new Minibatch(new Gaussian(0.6), new Later(4, 6), 0);
    double[][] single = Sample.of(new Gaussian(0.6), 2, 12, 0, 0, 8);
    double[][] kicks = Sample.of(batch, 2, 12, 0, 0, 8);
    for (int k = 0; k < 2; k++) {
      for (int i = 0; i < 12 * 8; i++) {
        assertThat(kicks[k][i]).isEqualTo(single[k][i] * (i / 8 < 6 ? 1 : 0.5));
      }
    }
    assertThat(batch.parts()).containsExactly(batch);
  }

  @Test
  void keepsTheScalesOfEveryPart() {
    Noise of =
        new SumOfNoises(
            List.of(new DiagonalGaussian(Vector.of(2, 4)), new StateDependent(0.2, 0.6)));
    assertThat(new Minibatch(of, FOUR, 0).parts())
        .containsExactly(new DiagonalGaussian(Vector.of(1, 2)), new StateDependent(0.1, 0.3));
    assertThat(new Minibatch(of, FOUR, 0).slots(2)).isEqualTo(4);
  }

  @Test
  void refusesWhatHasAnotherMean() {
    assertThatThrownBy(() -> new Minibatch(new Uniform(1), FOUR, 0))
        .hasMessage("of must be normal or stable: a mean of others has another law");
    assertThatThrownBy(() -> new Minibatch(new Gaussian(1), new Later(60, 0), 50))
        .hasMessage("size must be in [1, 50.0], got 60.0");
    assertThatThrownBy(() -> new Minibatch(new Stable(1.5, 1), FOUR, 50))
        .hasMessage("population must be 0 for a noise without a variance, got 50.0");
    assertThatThrownBy(
            () ->
                new Minibatch(
                    new SumOfNoises(List.of(new Gaussian(1), new Stable(1.5, 1))), FOUR, 0))
        .hasMessage("of must have parts of one index");
    assertThatThrownBy(() -> new Minibatch(new Gaussian(1), FOUR, 0.5))
        .hasMessage("population must be 0 or above 1, got 0.5");
  }
}
