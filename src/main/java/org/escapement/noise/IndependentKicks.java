package org.escapement.noise;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;

/** Kicks whose coordinates are independent, each scale times a number of one standard law. */
final class IndependentKicks implements Kicks {
  /** Fills the numbers of two steps, as the methods of {@link org.escapement.random.Draws} do. */
  interface Law {
    void draw(long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd);
  }

  private final Law law;
  private final double scale;
  private final int firstSlot;
  private final double[][][] kicks;

  IndependentKicks(Law law, double scale, int dimension, int lanes, int firstSlot) {
    this.law = law;
    this.scale = scale;
    this.firstSlot = firstSlot;
    this.kicks = new double[2][dimension][lanes];
  }

  @Override
  public void draw(Batch batch) {
    int n = batch.size();
    for (int k = 0; k < kicks[0].length; k++) {
      double[] even = kicks[0][k];
      double[] odd = kicks[1][k];
      law.draw(batch.trajectories(), batch.steps(), n, firstSlot + k, even, odd);
      Loops.scale(scale, n, even);
      Loops.scale(scale, n, odd);
    }
  }

  @Override
  public double[][] kicks(int half) {
    return kicks[half];
  }
}
