package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.Quadratic;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Smoothed;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Setting;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class MinimaTest {
  private static Experiment experiment(Objective objective) {
    return new Experiment(
        objective,
        new NoNoise(),
        new Sgd(new Constant(0.1)),
        Vector.zero(objective.dimension()),
        new WholeSpace(),
        1,
        Double.POSITIVE_INFINITY);
  }

  private static Means counts(Minima minima, Objective objective, Chunk chunk, int lanes) {
    RandomKey key = new RandomKey(5, 20261121);
    return minima.start(new Setting(experiment(objective), key, chunk, lanes)).finish();
  }

  /** 31 of them on the right, one at the origin: roots of 2x + 20 pi sin 2 pi x. */
  @Test
  void ofAFunctionAreCounted() {
    Means means = counts(new Minima(-36, 36, 7201, 1), new Rastrigin(1, 10), new Chunk(0, 0, 3), 2);
    assertThat(means.count(0)).isEqualTo(3);
    assertThat(means.mean(0)).isEqualTo(63);
    assertThat(means.stdError(0)).isZero();
  }

  /**
   * At delta = 0.3 5 are left. The factor of the waves, 0.169, is known to 0.016 from 2048 samples;
   * the fifth needs 0.151, the sixth 0.19, so that counts are 5 in most samples and never far from
   * it: a sample with 3 or 7 is beyond 3 deviations, a mean of 64 outside (4, 6) beyond 6 standard
   * errors.
   */
  @Test
  void throughSamplesAreThoseOfTheSmoothedFunction() {
    Objective f = new Smoothed(new Rastrigin(1, 10), 0.3, "gaussian", 256);
    Means means = counts(new Minima(0.5, 12, 461, 8), f, new Chunk(0, 100, 64), 64);
    assertThat(means.mean(0)).isBetween(4.0, 6.0);
    assertThat(means.stdError(0)).isPositive();
  }

  @Test
  void lanesDoNotMatter() {
    Objective f = new Smoothed(new Rastrigin(1, 10), 0.4, "ball", 20);
    Minima minima = new Minima(0.5, 12, 200, 6);
    Means all = counts(minima, f, new Chunk(0, 0, 20), 64);
    Means first = counts(minima, f, new Chunk(0, 0, 8), 3);
    assertThat(first.merge(counts(minima, f, new Chunk(1, 8, 12), 12))).isEqualTo(all);
  }

  @Test
  void oneOfThemHasTheName() {
    Minima minima = new Minima(0, 1, 10, 1);
    assertThat(minima.excludes(new Minima(0, 2, 10, 1))).isTrue();
    assertThat(minima.excludes(new NoiseTailIndex(2))).isFalse();
  }

  @Test
  void refusesOtherSpacesAndEmptyIntervals() {
    assertThat(new Minima(0, 1, 10, 1).problem(experiment(new Quadratic(Vector.of(1, 2)))))
        .isPresent();
    assertThat(new Minima(0, 1, 10, 1).problem(experiment(new Quadratic(Vector.of(1))))).isEmpty();
    assertThatThrownBy(() -> new Minima(1, 1, 10, 1)).hasMessageStartingWith("high must be above");
    assertThat(List.of(new Minima(0, 1, 3, 1).place(1), new Minima(0, 1, 3, 1).place(2)))
        .containsExactly(0.5, 1.0);
  }
}
