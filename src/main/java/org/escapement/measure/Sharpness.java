package org.escapement.measure;

import java.util.stream.LongStream;
import org.escapement.model.Curved;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * The largest eigenvalue of the Hessian, with its sign, at every lane, by {@link Lanczos}. Born on
 * one thread.
 *
 * <p>It stops where the residual is at most {@link #TOLERANCE} of the eigenvalue, so that the value
 * is that near to an eigenvalue and never above the largest; of a single one the error is of the
 * order of the square. The first direction is made of normal numbers, always the same. From a
 * random one k products leave the value of a positive matrix more than the share e below the
 * largest with a probability of at most 1.648 sqrt(d) exp(-sqrt(e) (2k - 1)) (J. Kuczynski, H.
 * Wozniakowski, SIAM J. Matrix Anal. Appl. 13, 1992, 1094). Where {@link #MOST} products do not
 * suffice the value is NaN.
 */
final class Sharpness {
  static final double TOLERANCE = 1e-4;
  static final int MOST = 128;

  /** Numbers of the directions of the lanes that are looked at together: 64 MB. */
  private static final int ROOM = 1 << 23;

  private final Curved objective;
  private final Lanczos[] searches;
  private final double[][] here;
  private final double[][] direction;
  private final double[][] product;

  /**
   * @param lanes at most so many are looked at
   */
  Sharpness(Curved objective, int lanes) {
    int d = objective.dimension();
    int most = Math.min(MOST, d);
    int together = (int) Math.max(1, Math.min(lanes, ROOM / ((long) most * d)));
    double[] first = first(d);
    this.objective = objective;
    this.searches = new Lanczos[together];
    java.util.Arrays.setAll(searches, i -> new Lanczos(first, most, TOLERANCE));
    this.here = new double[d][together];
    this.direction = new double[d][together];
    this.product = new double[d][together];
  }

  /** Normal numbers, scaled to length 1. */
  private static double[] first(int d) {
    double[][] normal = new double[Draws.PHASES][d];
    long[] trajectories = LongStream.range(0, d).toArray();
    new Draws(RandomKey.of(0, "sharpness"), d).normal(trajectories, new long[d], d, 0, normal);
    double[] first = normal[0];
    double square = 0;
    for (double component : first) {
      square += component * component;
    }
    double length = Math.sqrt(square);
    java.util.Arrays.setAll(first, k -> first[k] / length);
    return first;
  }

  /** {@code out[i]}: that at x_i, 0 <= i < n; NaN where it was not found. */
  void of(double[][] x, int n, double[] out) {
    for (int from = 0; from < n; from += searches.length) {
      int count = Math.min(searches.length, n - from);
      for (int k = 0; k < here.length; k++) {
        System.arraycopy(x[k], from, here[k], 0, count);
      }
      search(count);
      for (int i = 0; i < count; i++) {
        out[from + i] = searches[i].value();
      }
    }
  }

  private void search(int count) {
    for (int i = 0; i < count; i++) {
      searches[i].start();
    }
    while (isWanting(count)) {
      for (int i = 0; i < count; i++) {
        searches[i].ask(direction, i);
      }
      objective.hessianTimes(here, direction, count, product);
      for (int i = 0; i < count; i++) {
        searches[i].take(product, i);
      }
    }
  }

  private boolean isWanting(int count) {
    for (int i = 0; i < count; i++) {
      if (!searches[i].isDone()) {
        return true;
      }
    }
    return false;
  }
}
