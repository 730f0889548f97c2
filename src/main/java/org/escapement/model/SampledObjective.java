package org.escapement.model;

import org.escapement.random.Draws;

/**
 * A function whose gradient optimisers only see through samples, drawn anew at each step; {@link
 * #gradient} is the mean of the sampled gradients. Integrators of diffusions see the mean.
 */
public interface SampledObjective extends Objective {
  /**
   * Samples use the slots of random numbers from here on; those of noise and thermostat are
   * elsewhere.
   */
  int FIRST_SLOT = 1 << 21;

  /** Whether every sample is the mean itself, so that there is nothing random in it. */
  default boolean isExact() {
    return false;
  }

  /**
   * Whether samples are drawn alike at every step; else they change with it, as batches that grow.
   */
  default boolean isSteady() {
    return true;
  }

  /** A working copy for at most {@code lanes} lanes. */
  Samples startSamples(Draws draws, int lanes);

  /** The samples of one batch. Born on one thread, never serialized. */
  interface Samples {

    /** Draws the samples of the next {@link Draws#PHASES} steps of every live lane. */
    void draw(Batch batch);

    /**
     * The sampled gradient of one of these steps: {@code out[k][i]} at x_i, for 0 <= i < n, as in
     * {@link Objective#gradient}.
     */
    void gradient(double[][] x, int n, int phase, double[][] out);
  }

  /** Samples that look at one lane after the other, because its sample is its own rows of data. */
  interface LaneSamples extends Samples {

    /** Length of the arrays of a lane: the dimension or somewhat more. */
    int stride();

    /**
     * The sampled gradient of one lane in one of these steps: {@code out[k]} at x. Both arrays are
     * of the stride's length, zero from the dimension on.
     */
    void gradient(double[] x, int lane, int phase, double[] out);
  }
}
