package org.escapement.data;

import org.escapement.model.Batch;
import org.escapement.random.Draws;

/** Rows drawn with replacement. */
final class IndependentRows implements Batches {
  private final int rows;
  private final int batch;
  private final Draws draws;
  private final int firstSlot;
  private final int[][] index;
  private final double[][] uniform;

  IndependentRows(int rows, int batch, Draws draws, int firstSlot, int lanes) {
    this.rows = rows;
    this.batch = batch;
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.index = new int[Draws.PHASES][lanes * batch];
    this.uniform = new double[Draws.PHASES][lanes];
  }

  @Override
  public void draw(Batch lanes) {
    int n = lanes.size();
    for (int j = 0; j < batch; j++) {
      draws.uniform(lanes.trajectories(), lanes.steps(), n, firstSlot + j, uniform);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        for (int i = 0; i < n; i++) {
          index[phase][i * batch + j] = (int) (rows * uniform[phase][i]);
        }
      }
    }
  }

  @Override
  public int[] at(int phase) {
    return index[phase];
  }
}
