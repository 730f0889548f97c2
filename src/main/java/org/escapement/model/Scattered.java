package org.escapement.model;

import org.escapement.random.Draws;

/**
 * A noise or a sampled objective that knows the first two moments of the gradient noise that it
 * makes, given the trajectory and where it is.
 */
public interface Scattered {

  /** A working copy; the arguments are those of {@link Noise#start}. */
  Scatter scatter(int dimension, int lanes, Draws draws, int firstSlot);

  /** The moments for one batch. Born on one thread, never serialized. */
  interface Scatter {

    /** Looks at which trajectories are in the lanes. */
    void follow(Batch batch);

    /** {@code out[k][i]}: the mean of coordinate k of the noise of lane i, 0 <= i < n. */
    void mean(int n, double[][] out);

    /**
     * {@code out[i]}: the variance of the noise of lane i at x_i along a direction, {@code
     * direction[k][i]}, times its length squared.
     */
    void variance(double[][] x, double[][] direction, int n, double[] out);
  }
}
