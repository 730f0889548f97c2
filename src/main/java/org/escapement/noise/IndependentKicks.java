package org.escapement.noise;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.random.Draws;

/** Kicks whose coordinates are independent, each scale times a number of one standard law. */
final class IndependentKicks implements Kicks {
  /** Fills {@code out[phase][i]} as the methods of {@link Draws} do. */
  interface Law {
    void draw(long[] trajectories, long[] steps, int n, int slot, double[][] out);
  }

  private final Law law;

  /** Of each coordinate. */
  private final double[] scale;

  private final int firstSlot;

  /** {@code [k][phase][i]}. */
  private final double[][][] drawn;

  /** The same arrays as {@code [phase][k][i]}. */
  private final double[][][] kicks;

  /** All coordinates have the same scale. */
  IndependentKicks(Law law, double scale, int dimension, int lanes, int firstSlot) {
    this(law, same(scale, dimension), lanes, firstSlot);
  }

  /** Each coordinate has a scale of its own. */
  IndependentKicks(Law law, double[] scale, int lanes, int firstSlot) {
    int dimension = scale.length;
    this.law = law;
    this.scale = scale;
    this.firstSlot = firstSlot;
    this.drawn = new double[dimension][Draws.PHASES][lanes];
    this.kicks = new double[Draws.PHASES][dimension][];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      for (int k = 0; k < dimension; k++) {
        kicks[phase][k] = drawn[k][phase];
      }
    }
  }

  private static double[] same(double scale, int dimension) {
    double[] all = new double[dimension];
    Arrays.fill(all, scale);
    return all;
  }

  @Override
  public void draw(Batch batch) {
    int n = batch.size();
    for (int k = 0; k < drawn.length; k++) {
      law.draw(batch.trajectories(), batch.steps(), n, firstSlot + k, drawn[k]);
      for (double[] z : drawn[k]) {
        Loops.scale(scale[k], n, z);
      }
    }
  }

  @Override
  public double[][] kicks(int phase, double[][] x, int n) {
    return drawn(phase);
  }

  /** The kicks of a step, wherever it is made. */
  double[][] drawn(int phase) {
    return kicks[phase];
  }
}
