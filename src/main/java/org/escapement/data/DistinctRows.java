package org.escapement.data;

import org.escapement.model.Batch;
import org.escapement.random.Draws;

/**
 * Distinct rows inside a batch, by the algorithm of R. W. Floyd (Bentley, Floyd, Programming
 * pearls: a sample of brilliance, Comm. ACM 30(9), 1987): for j = N - b, ..., N - 1 a row from 0 to
 * j, or j itself where that one is taken.
 */
final class DistinctRows implements Batches {
  private final int rows;
  private final int batch;
  private final Draws draws;
  private final int firstSlot;
  private final int[][] index;
  private final double[][] uniform;

  /** When each row was last taken, in batches drawn so far. */
  private final long[] taken;

  private long drawn;

  DistinctRows(int rows, int batch, Draws draws, int firstSlot, int lanes) {
    this.rows = rows;
    this.batch = batch;
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.index = new int[Draws.PHASES][lanes * batch];
    this.uniform = new double[Draws.PHASES][lanes];
    this.taken = new long[rows];
  }

  @Override
  public void draw(Batch lanes) {
    int n = lanes.size();
    for (int j = 0; j < batch; j++) {
      draws.uniform(lanes.trajectories(), lanes.steps(), n, firstSlot + j, uniform);
      int candidates = rows - batch + j + 1;
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        for (int i = 0; i < n; i++) {
          index[phase][i * batch + j] = (int) (candidates * uniform[phase][i]);
        }
      }
    }
    for (int[] ofPhase : index) {
      for (int i = 0; i < n; i++) {
        makeDistinct(ofPhase, i * batch);
      }
    }
  }

  private void makeDistinct(int[] row, int first) {
    drawn++;
    for (int j = 0; j < batch; j++) {
      if (taken[row[first + j]] == drawn) {
        row[first + j] = rows - batch + j;
      }
      taken[row[first + j]] = drawn;
    }
  }

  @Override
  public int[] at(int phase) {
    return index[phase];
  }
}
