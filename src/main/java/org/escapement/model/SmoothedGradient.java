package org.escapement.model;

import java.util.Arrays;
import java.util.Optional;
import org.escapement.random.Draws;

/**
 * Means of gradients at random points around each lane: 1/n sum_j grad f(x - delta u_j), with fresh
 * u_j for every trajectory and step. A working copy for one batch.
 *
 * <p>The samples of an objective that has its own are those of the step for all points.
 *
 * <p>Its mean is the gradient of f_delta(x) = E f(x - delta u), its variance that of one sample
 * over n. Points in the ball are the first d coordinates of points on the sphere in R^(d+2), as
 * Archimedes found for d = 1.
 */
public final class SmoothedGradient {
  /** Slots that samples may take: what lies beyond belongs to others. */
  private static final int MOST_SLOTS = SampledObjective.FIRST_SLOT;

  private final Objective objective;

  /** The objective's own samples. */
  private final Optional<SampledObjective.Samples> own;

  private final SmoothingLaw law;
  private final int samples;
  private final Draws draws;
  private final int firstSlot;
  private final long[] trajectories;
  private final long[] steps;

  /** {@code [k][j][i]}: coordinate k of normal point j around lane i. */
  private final double[][][] normal;

  /** {@code [j][i]}: delta, or delta over the length of point j. */
  private final double[][] scale;

  private final double[][] shifted;
  private final double[][] gradient;

  /**
   * @param samples n, such that {@link #slots} are not too many
   * @param firstSlot the random numbers come from slots firstSlot to firstSlot + slots - 1
   */
  public SmoothedGradient(
      Objective objective, SmoothingLaw law, int samples, Draws draws, int lanes, int firstSlot) {
    int d = objective.dimension();
    this.objective = objective;
    this.own =
        objective instanceof SampledObjective sampled && !sampled.isExact()
            ? Optional.of(sampled.startSamples(draws, lanes))
            : Optional.empty();
    this.law = law;
    this.samples = samples;
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.trajectories = new long[lanes];
    this.steps = new long[lanes];
    this.normal = new double[drawn(law, d)][Draws.PHASES][lanes];
    this.scale = new double[Draws.PHASES][lanes];
    this.shifted = new double[d][lanes];
    this.gradient = new double[d][lanes];
  }

  /** Normal numbers that a point is made of. */
  private static int drawn(SmoothingLaw law, int dimension) {
    return law == SmoothingLaw.BALL ? dimension + 2 : dimension;
  }

  /** Points are drawn so many at a time. */
  private static int groups(int samples) {
    return (samples + Draws.PHASES - 1) / Draws.PHASES;
  }

  /**
   * Slots of random numbers that a step of so many samples takes.
   *
   * @throws IllegalArgumentException when they are too many
   */
  public static int slots(SmoothingLaw law, int dimension, int samples) {
    long slots = (long) Draws.PHASES * groups(samples) * drawn(law, dimension);
    if (slots > MOST_SLOTS) {
      throw new IllegalArgumentException(
          "samples of %d points with %d numbers each are too many: more than %d numbers a step"
              .formatted(samples, drawn(law, dimension), MOST_SLOTS / Draws.PHASES));
    }
    return (int) slots;
  }

  /** Looks at which trajectories are in the lanes for the next {@link Draws#PHASES} steps. */
  public void draw(Batch batch) {
    own.ifPresent(samples -> samples.draw(batch));
    System.arraycopy(batch.trajectories(), 0, trajectories, 0, batch.size());
    System.arraycopy(batch.steps(), 0, steps, 0, batch.size());
  }

  /**
   * The mean of one of these steps: {@code out[k][i]} around x_i, for 0 <= i < n.
   *
   * @param delta of each lane
   */
  public void at(double[][] x, int n, int phase, double[] delta, double[][] out) {
    for (double[] coordinate : out) {
      Arrays.fill(coordinate, 0, n, 0.0);
    }
    for (int group = 0; group < groups(samples); group++) {
      place((phase * groups(samples) + group) * normal.length, n, delta);
      for (int j = 0; j < Math.min(Draws.PHASES, samples - group * Draws.PHASES); j++) {
        add(x, n, phase, j, out);
      }
    }
    for (double[] coordinate : out) {
      for (int i = 0; i < n; i++) {
        coordinate[i] /= samples;
      }
    }
  }

  /** Draws as many points as there are phases: normal numbers come so many at a time. */
  private void place(int slot, int n, double[] delta) {
    for (int k = 0; k < normal.length; k++) {
      draws.normal(trajectories, steps, n, firstSlot + slot + k, normal[k]);
    }
    for (int j = 0; j < Draws.PHASES; j++) {
      if (law == SmoothingLaw.GAUSSIAN) {
        System.arraycopy(delta, 0, scale[j], 0, n);
      } else {
        perLength(j, n, delta, scale[j]);
      }
    }
  }

  private void perLength(int j, int n, double[] delta, double[] out) {
    Arrays.fill(out, 0, n, 0.0);
    for (double[][] coordinate : normal) {
      addSquare(coordinate[j], n, out);
    }
    for (int i = 0; i < n; i++) {
      out[i] = delta[i] / Math.sqrt(out[i]);
    }
  }

  private static void addSquare(double[] z, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += z[i] * z[i];
    }
  }

  private void add(double[][] x, int n, int phase, int j, double[][] out) {
    for (int k = 0; k < shifted.length; k++) {
      shift(x[k], scale[j], normal[k][j], n, shifted[k]);
    }
    if (own.isPresent()) {
      own.get().gradient(shifted, n, phase, gradient);
    } else {
      objective.gradient(shifted, n, gradient);
    }
    for (int k = 0; k < shifted.length; k++) {
      add(gradient[k], n, out[k]);
    }
  }

  private static void shift(double[] x, double[] scale, double[] z, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] - scale[i] * z[i];
    }
  }

  private static void add(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += x[i];
    }
  }
}
