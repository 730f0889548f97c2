package org.escapement.random;

import org.escapement.kernel.Kernels;

/**
 * The random numbers of one batch: pure functions of (key, trajectory, step, slot).
 *
 * <p>Every method fills the numbers of {@link #PHASES} steps at once: {@code out[phase][i]} is that
 * of lane i at step {@code steps[i] + phase}, 0 <= phase < PHASES, 0 <= i < n; {@code steps[i]}
 * must be a multiple of PHASES. Trajectory numbers are below 2^40, slots below 2^23.
 *
 * <p>One block of the generator has two words. Normals take half a word each: the block of phase 0
 * serves all four steps. Uniform, exponential, Laplace numbers and signs take one word: the blocks
 * of phases 0 and 2 serve two steps each. Student and stable numbers take two words each, from the
 * block of their own step.
 */
public final class Draws {
  /**
   * Steps whose numbers are drawn at once; a step's place among them, from 0 on, is its phase. As
   * many as normal numbers come from one block.
   */
  public static final int PHASES = 4;

  /**
   * An index below it gives the same numbers, all of them 0 or infinite, and angles that underflow.
   */
  private static final double TINIEST = 1e-100;

  private final Kernels kernels = Kernels.best();
  private final long[] key;
  private final long[] word0;
  private final long[] word1;
  private final double[] scratch0;
  private final double[] scratch1;
  private final double[] scratch2;

  /**
   * @param key of the cell, or of the study when cells share their random numbers
   * @param lanes the largest n
   */
  public Draws(RandomKey key, int lanes) {
    this.key = new long[] {key.word0(), key.word1()};
    this.word0 = new long[lanes];
    this.word1 = new long[lanes];
    this.scratch0 = new double[lanes];
    this.scratch1 = new double[lanes];
    this.scratch2 = new double[lanes];
  }

  /** Uniform on (0, 1): odd multiples of 2^-53. */
  public void uniform(long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    for (int phase = 0; phase < PHASES; phase += 2) {
      kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
      kernels.uniform(word0, n, out[phase]);
      kernels.uniform(word1, n, out[phase + 1]);
    }
  }

  /** Standard normal, at most 7.72 in size; see {@link Kernels#normal} for what is rounded. */
  public void normal(long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    kernels.bits(key, trajectories, steps, n, slot, 0, word0, word1);
    kernels.normal(word0, n, out[0], out[1]);
    kernels.normal(word1, n, out[2], out[3]);
  }

  /** Exponential of mean 1; at most 36.8. */
  public void exponential(long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    for (int phase = 0; phase < PHASES; phase += 2) {
      kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
      exponential(word0, n, out[phase]);
      exponential(word1, n, out[phase + 1]);
    }
  }

  private void exponential(long[] bits, int n, double[] out) {
    kernels.uniform(bits, n, out);
    kernels.log(-1, out, n, out);
  }

  /** -1 or +1 with probability 1/2 each. */
  public void sign(long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    for (int phase = 0; phase < PHASES; phase += 2) {
      kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
      kernels.sign(word0, n, out[phase]);
      kernels.sign(word1, n, out[phase + 1]);
    }
  }

  /** Laplace with density exp(-|x|)/2 (variance 2). */
  public void laplace(long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    for (int phase = 0; phase < PHASES; phase += 2) {
      kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
      laplace(word0, n, out[phase]);
      laplace(word1, n, out[phase + 1]);
    }
  }

  /** Of one word: its high bits make the size, its lowest bit the sign. */
  private void laplace(long[] bits, int n, double[] out) {
    exponential(bits, n, out);
    kernels.sign(bits, n, scratch0);
    for (int i = 0; i < n; i++) {
      out[i] *= scratch0[i];
    }
  }

  /**
   * Student's t by the polar formula T = sqrt(nu (U^(-2/nu) - 1)) cos(2 pi V) of Bailey (1994).
   *
   * @param freedom nu, positive; below 0.1 the numbers beyond 1e154 are infinite
   */
  public void student(
      double freedom, long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    check(freedom > 0 && freedom < Double.POSITIVE_INFINITY, "freedom", "(0, inf)", freedom);
    for (int phase = 0; phase < PHASES; phase++) {
      student(freedom, trajectories, steps, n, slot, phase, out[phase]);
    }
  }

  private void student(
      double freedom, long[] trajectories, long[] steps, int n, int slot, int phase, double[] out) {
    kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
    kernels.uniform(word0, n, scratch0);
    kernels.sinCosTurns(scratch0, n, scratch1, out);
    exponential(word1, n, scratch0);
    double power = Math.min(2 / freedom, Double.MAX_VALUE);
    for (int i = 0; i < n; i++) {
      scratch0[i] *= power;
    }
    kernels.expm1(scratch0, n, scratch1);
    for (int i = 0; i < n; i++) {
      out[i] *= Math.sqrt(freedom * scratch1[i]);
    }
  }

  /**
   * Symmetric stable, E exp(iuS) = exp(-|u|^alpha), by the formula of Chambers, Mallows and Stuck
   * (1976). With U uniform on (-pi/2, pi/2) and W exponential, and because 1/alpha = 1 + (1 -
   * alpha)/alpha,
   *
   * <pre>S = sin(alpha U) / cos U * (cos((1 - alpha) U) / (W cos U))^((1 - alpha)/alpha)</pre>
   *
   * which is tan U for alpha = 1 and 2 sqrt(W) sin U for alpha = 2.
   *
   * @param alpha in (0, 2]
   */
  public void stable(
      double alpha, long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    check(alpha > 0 && alpha <= 2, "alpha", "(0, 2]", alpha);
    double index = Math.max(alpha, TINIEST);
    for (int phase = 0; phase < PHASES; phase++) {
      stable(index, trajectories, steps, n, slot, phase, out[phase]);
    }
  }

  private void stable(
      double alpha, long[] trajectories, long[] steps, int n, int slot, int phase, double[] out) {
    kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
    exponential(word1, n, scratch0);
    kernels.stableAngles(alpha, word0, n, out, scratch1, scratch2);
    if (alpha == 2) {
      for (int i = 0; i < n; i++) {
        out[i] = out[i] / scratch1[i] * Math.sqrt(scratch0[i]);
      }
    } else if (alpha == 1) {
      for (int i = 0; i < n; i++) {
        out[i] /= scratch1[i];
      }
    } else {
      ratioTimesPower(alpha, n, out);
    }
  }

  /**
   * out = out / s1 (s2 / (s0 s1))^((1 - alpha)/alpha). The power is multiplied in two halves, so
   * that nothing overflows but the result.
   */
  private void ratioTimesPower(double alpha, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] /= scratch1[i];
      scratch2[i] /= scratch0[i] * scratch1[i];
    }
    double half = (1 - alpha) / alpha / 2;
    kernels.log(half, scratch2, n, scratch2);
    kernels.exp(scratch2, n, scratch2);
    for (int i = 0; i < n; i++) {
      out[i] = out[i] * scratch2[i] * scratch2[i];
    }
  }

  /**
   * Positive stable, E exp(-uT) = exp(-u^gamma), by the formula of Kanter (1975). With theta
   * uniform on (0, pi) and W exponential,
   *
   * <pre>T = sin(gamma theta) / sin theta
   *   * (sin((1 - gamma) theta) / (W sin theta))^((1 - gamma)/gamma)</pre>
   *
   * @param gamma in (0, 1)
   */
  public void positiveStable(
      double gamma, long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    check(gamma > 0 && gamma < 1, "gamma", "(0, 1)", gamma);
    double index = Math.max(gamma, TINIEST);
    for (int phase = 0; phase < PHASES; phase++) {
      positiveStable(index, trajectories, steps, n, slot, phase, out[phase]);
    }
  }

  private void positiveStable(
      double gamma, long[] trajectories, long[] steps, int n, int slot, int phase, double[] out) {
    kernels.bits(key, trajectories, steps, n, slot, phase, word0, word1);
    exponential(word1, n, scratch0);
    kernels.positiveStableAngles(gamma, word0, n, out, scratch1, scratch2);
    ratioTimesPower(gamma, n, out);
  }

  private static void check(boolean holds, String name, String range, double value) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be in " + range + ", got " + value);
    }
  }
}
