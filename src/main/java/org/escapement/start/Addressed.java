package org.escapement.start;

import java.util.Arrays;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * The random numbers of where a trajectory begins. They stand at steps below 0, which nothing else
 * uses: coordinate k at the step -4 (k / 4 + 1) + k % 4 of slot 0.
 */
final class Addressed {
  private static final int LANES = 256;

  private final Draws draws;
  private final long[] trajectories = new long[LANES];
  private final long[] steps = new long[LANES];
  private final double[][] drawn = new double[Draws.PHASES][LANES];

  Addressed(RandomKey key) {
    this.draws = new Draws(key, LANES);
  }

  /** Uniform numbers on (0, 1). */
  void uniform(long trajectory, double[] out) {
    fill(trajectory, out, n -> draws.uniform(trajectories, steps, n, 0, drawn));
  }

  /** Standard normal numbers. */
  void normal(long trajectory, double[] out) {
    fill(trajectory, out, n -> draws.normal(trajectories, steps, n, 0, drawn));
  }

  /** Draws for the first n lanes. */
  private interface Source {
    void draw(int n);
  }

  private void fill(long trajectory, double[] out, Source source) {
    Arrays.fill(trajectories, trajectory);
    int block = LANES * Draws.PHASES;
    for (int first = 0; first < out.length; first += block) {
      int count = Math.min(block, out.length - first);
      int lanes = (count + Draws.PHASES - 1) / Draws.PHASES;
      for (int i = 0; i < lanes; i++) {
        steps[i] = -(long) Draws.PHASES * (first / Draws.PHASES + i + 1);
      }
      source.draw(lanes);
      for (int k = 0; k < count; k++) {
        out[first + k] = drawn[k % Draws.PHASES][k / Draws.PHASES];
      }
    }
  }
}
