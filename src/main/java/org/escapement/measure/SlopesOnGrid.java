package org.escapement.measure;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.escapement.model.Batch;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Setting;

/**
 * Slopes of an objective on the line at the places of a grid, as the samples of each trajectory of
 * a chunk show them. The random numbers are not those that move the trajectories.
 */
final class SlopesOnGrid {
  private final Minima minima;
  private final Objective objective;
  private final Chunk chunk;
  private final int lanes;
  private final RandomKey key;

  /** Scratch, {@code [0][i]}. */
  private final double[][] place;

  private final double[][] slope;

  /** {@code [p][i]}: the sum of the slopes of lane i at place p. */
  private final double[][] sum;

  SlopesOnGrid(Minima minima, Setting setting) {
    this.minima = minima;
    this.objective = setting.experiment().objective();
    this.chunk = setting.chunk();
    this.lanes = setting.lanes();
    this.key = new RandomKey(setting.key().word0(), ~setting.key().word1());
    this.place = new double[1][lanes];
    this.slope = new double[1][lanes];
    this.sum = new double[minima.points()][lanes];
  }

  /** Tells how many minima the samples of each trajectory show. */
  void forEachCount(IntConsumer take) {
    for (long first = chunk.first(); first < chunk.end(); first += lanes) {
      int n = (int) Math.min(lanes, chunk.end() - first);
      addUp(first, n);
      for (int i = 0; i < n; i++) {
        int lane = i;
        take.accept(Minima.count(sum.length, p -> sum[p][lane]));
      }
    }
  }

  private void addUp(long first, int n) {
    for (double[] row : sum) {
      Arrays.fill(row, 0);
    }
    if (!(objective instanceof SampledObjective sampled)) {
      addUp(n, () -> objective.gradient(place, n, slope));
      return;
    }
    Batch batch = new Batch(lanes, 1, Vector.zero(1));
    for (int i = 0; i < n; i++) {
      batch.add(first + i);
    }
    Samples samples = sampled.startSamples(new Draws(key, lanes), lanes);
    for (int step = 0; step < minima.steps(); step++) {
      int phase = step % Draws.PHASES;
      if (phase == 0) {
        samples.draw(batch);
      }
      addUp(n, () -> samples.gradient(place, n, phase, slope));
      if (phase == Draws.PHASES - 1) {
        batch.countSteps();
      }
    }
  }

  private void addUp(int n, Runnable look) {
    for (int p = 0; p < sum.length; p++) {
      Arrays.fill(place[0], 0, n, minima.place(p));
      look.run();
      for (int i = 0; i < n; i++) {
        sum[p][i] += slope[0][i];
      }
    }
  }
}
