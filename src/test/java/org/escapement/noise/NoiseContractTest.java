package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.Examples;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every noise, whatever its law: all here are symmetric, and all but finite samples
 * independent over steps.
 */
@Tag("digits")
class NoiseContractTest {
  private static final int STEPS = 400;
  private static final int SIZE = STEPS * Sample.LANES;

  /** Standard errors within which a mean stays but for a chance of 6e-7. */
  private static final double SURE = 5;

  static List<Noise> noises() {
    return Examples.noises();
  }

  static List<Noise> realNoises() {
    return noises().stream().filter(noise -> !noise.equals(new NoNoise())).toList();
  }

  static List<Noise> noisesWithoutMemory() {
    return realNoises().stream().filter(noise -> !(noise instanceof FiniteSample)).toList();
  }

  @ParameterizedTest
  @MethodSource("noisesWithoutMemory")
  void signsAreFairAndIndependent(Noise noise) {
    double[][] z = Sample.of(noise, 2, STEPS);
    assertThat(meanOfSigns(z[0], z[0], 0, true)).isCloseTo(0, within(SURE / Math.sqrt(SIZE)));
    // Of coordinates, of neighbouring trajectories, of the phases and of the next draw.
    assertThat(meanOfSigns(z[0], z[1], 0, false)).isCloseTo(0, within(SURE / Math.sqrt(SIZE)));
    for (int distance :
        new int[] {1, Sample.LANES, 2 * Sample.LANES, 3 * Sample.LANES, 4 * Sample.LANES}) {
      assertThat(meanOfSigns(z[0], z[0], distance, false))
          .isCloseTo(0, within(SURE / Math.sqrt(SIZE - distance)));
    }
  }

  private static double meanOfSigns(double[] y, double[] z, int distance, boolean alone) {
    double sum = 0;
    for (int i = 0; i + distance < z.length; i++) {
      sum += Math.signum(z[i + distance]) * (alone ? 1 : Math.signum(y[i]));
    }
    return sum / (z.length - distance);
  }

  @ParameterizedTest
  @MethodSource("noises")
  void lanesDoNotMatter(Noise noise) {
    double[][] all = Sample.of(noise, 2, 8, 0, 100, 16);
    for (int lane = 0; lane < 16; lane += 5) {
      double[][] alone = Sample.of(noise, 2, 8, 0, 100 + lane, 1);
      for (int step = 0; step < 8; step++) {
        assertThat(alone[0][step]).isEqualTo(all[0][16 * step + lane]);
        assertThat(alone[1][step]).isEqualTo(all[1][16 * step + lane]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("realNoises")
  void slotsAreTheNoisesOwn(Noise noise) {
    int slots = noise.slots(2);
    double[] here = Sample.of(noise, 2, 40)[0];
    double[] next = Sample.of(noise, 2, 40, slots, 0, Sample.LANES)[0];
    double sum = 0;
    for (int i = 0; i < here.length; i++) {
      sum += Math.signum(here[i]) * Math.signum(next[i]);
    }
    assertThat(sum / here.length).isCloseTo(0, within(SURE / Math.sqrt(here.length)));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void drawsLiveLanesOnly(Noise noise) {
    Batch batch = new Batch(8, 2, Vector.zero(2));
    for (int i = 0; i < 5; i++) {
      batch.add(i);
    }
    Kicks kicks = noise.start(2, 8, new Draws(Sample.KEY, 8), 0);
    kicks.draw(batch);
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      assertThat(kicks.kicks(phase, batch.state(), batch.size())[0][7]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("noises")
  void indexIsThatOfItsHeaviestPart(Noise noise) {
    assertThat(noise.index()).isBetween(0.0, 2.0);
    assertThat(noise.parts().stream().mapToDouble(Noise::index).min()).hasValue(noise.index());
  }
}
