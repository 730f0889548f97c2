package org.escapement.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.escapement.model.Batch;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Setting;

/** Sums of m gradient noises where trajectories stand, and how much larger they are than one. */
final class NoiseBlocks {
  private final DrawnNoise noises;
  private final int m;
  private final double[][] sum;
  private final double[] logs;
  private final double[] inverse;
  private final int[] order;

  /**
   * @param m noises in a sum, at least 2
   */
  NoiseBlocks(Setting setting, int m) {
    this.noises = new DrawnNoise(setting);
    this.m = m;
    this.sum = new double[setting.experiment().dimension()][setting.lanes()];
    this.logs = new double[setting.lanes()];
    this.inverse = new double[setting.lanes()];
    this.order = order(sum.length);
  }

  /** {@code [i]}: (ln |sum of m noises| - mean of their ln |.|) / ln m at lane i. */
  double[] ofVectors(Batch batch) {
    int n = batch.size();
    noises.stand(batch);
    clear(n);
    for (int drawn = 0; drawn < m; drawn++) {
      double[][] noise = noises.next();
      for (int i = 0; i < n; i++) {
        logs[i] += StrictMath.log(add(noise, i));
      }
    }
    for (int i = 0; i < n; i++) {
      double log = StrictMath.log(Lengths.of(sum, sum.length, i));
      inverse[i] = (log - logs[i] / m) / StrictMath.log(m);
    }
    return inverse;
  }

  /** Adds the noise of a lane to its sum, and tells its length. */
  private double add(double[][] noise, int i) {
    double square = 0;
    for (int k = 0; k < sum.length; k++) {
      sum[k][i] += noise[k][i];
      square += noise[k][i] * noise[k][i];
    }
    return Math.sqrt(square);
  }

  private void clear(int n) {
    for (double[] coordinate : sum) {
      Arrays.fill(coordinate, 0, n, 0);
    }
    Arrays.fill(logs, 0, n, 0);
  }

  /**
   * All d coordinates in a random order, always the same. Neighbours belong together: in the last
   * layer of a network with cross-entropy the slopes of all outputs add up to zero.
   */
  static int[] order(int d) {
    double[][] uniform = new double[Draws.PHASES][d];
    long[] coordinates = LongStream.range(0, d).toArray();
    new Draws(RandomKey.of(0, "order"), d).uniform(coordinates, new long[d], d, 0, uniform);
    return IntStream.range(0, d)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(k -> uniform[0][k]).thenComparing(k -> k))
        .mapToInt(k -> k)
        .toArray();
  }

  /**
   * The same of the coordinates of a single noise, m after the other of the {@link #order} in a
   * sum; those that are zero are left out, and what remains in the end. NaN where there are fewer
   * than m.
   */
  double[] ofCoordinates(Batch batch) {
    noises.stand(batch);
    double[][] noise = noises.next();
    for (int i = 0; i < batch.size(); i++) {
      inverse[i] = ofCoordinates(noise, i);
    }
    return inverse;
  }

  private double ofCoordinates(double[][] noise, int i) {
    double together = 0;
    double ownLogs = 0;
    double logsOfSums = 0;
    double logsOfTerms = 0;
    int terms = 0;
    int sums = 0;
    for (int k : order) {
      double x = noise[k][i];
      if (x != 0) {
        together += x;
        ownLogs += StrictMath.log(Math.abs(x));
        terms++;
      }
      if (terms == m) {
        logsOfSums += StrictMath.log(Math.abs(together));
        logsOfTerms += ownLogs;
        together = 0;
        ownLogs = 0;
        terms = 0;
        sums++;
      }
    }
    return (logsOfSums / sums - logsOfTerms / ((double) sums * m)) / StrictMath.log(m);
  }
}
