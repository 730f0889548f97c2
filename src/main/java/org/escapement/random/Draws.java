package org.escapement.random;

/**
 * The random numbers of one batch: pure functions of (key, trajectory, step, slot).
 *
 * <p>Every method fills the numbers of two steps at once: lane i gets {@code even[i]} for step
 * {@code steps[i]}, which must be even, and {@code odd[i]} for the step after it, 0 <= i < n.
 * Trajectory numbers are below 2^40, slots below 2^23.
 */
public final class Draws {

  /**
   * @param key of the cell, or of the study when cells share their random numbers
   * @param lanes the largest n
   */
  public Draws(RandomKey key, int lanes) {}

  /** Uniform on (0, 1): odd multiples of 2^-53. */
  public void uniform(
      long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** Standard normal. */
  public void normal(
      long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** Exponential of mean 1. */
  public void exponential(
      long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** -1 or +1 with probability 1/2 each. */
  public void sign(
      long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** Laplace with density exp(-|x|)/2 (variance 2). */
  public void laplace(
      long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** Student's t with {@code freedom} > 0 degrees of freedom. */
  public void student(
      double freedom,
      long[] trajectories,
      long[] steps,
      int n,
      int slot,
      double[] even,
      double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** Symmetric stable: E exp(iuS) = exp(-|u|^alpha), 0 < alpha <= 2. */
  public void stable(
      double alpha,
      long[] trajectories,
      long[] steps,
      int n,
      int slot,
      double[] even,
      double[] odd) {
    throw new UnsupportedOperationException();
  }

  /** Positive stable: E exp(-uT) = exp(-u^gamma), 0 < gamma < 1. */
  public void positiveStable(
      double gamma,
      long[] trajectories,
      long[] steps,
      int n,
      int slot,
      double[] even,
      double[] odd) {
    throw new UnsupportedOperationException();
  }
}
