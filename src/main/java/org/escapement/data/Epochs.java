package org.escapement.data;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.random.Draws;

/**
 * Batches of one random order after the other. The order of an epoch is a pure function of
 * trajectory and epoch, so that a lane may be moved or refilled at any time.
 */
final class Epochs implements Batches {
  private final int rows;
  private final int batch;
  private final Draws draws;
  private final int firstSlot;
  private final int[][] index;

  /** {@code [i]}: the order that lane i has, of which trajectory and epoch it is. */
  private final int[][] order;

  private final long[] trajectory;
  private final long[] epoch;

  /** Scratch of a single trajectory. */
  private final long[] one = new long[1];

  private final long[] address = new long[1];
  private final double[][] uniform = new double[Draws.PHASES][1];

  Epochs(int rows, int batch, Draws draws, int firstSlot, int lanes) {
    this.rows = rows;
    this.batch = batch;
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.index = new int[Draws.PHASES][lanes * batch];
    this.order = new int[lanes][rows];
    this.trajectory = new long[lanes];
    this.epoch = new long[lanes];
    Arrays.fill(epoch, -1);
  }

  @Override
  public void draw(Batch lanes) {
    int perEpoch = rows / batch;
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      for (int i = 0; i < lanes.size(); i++) {
        long step = lanes.steps()[i] + phase;
        follow(i, lanes.trajectories()[i], step / perEpoch);
        int first = (int) (step % perEpoch) * batch;
        System.arraycopy(order[i], first, index[phase], i * batch, batch);
      }
    }
  }

  private void follow(int lane, long of, long number) {
    if (trajectory[lane] != of || epoch[lane] != number) {
      trajectory[lane] = of;
      epoch[lane] = number;
      one[0] = of;
      address[0] = number * Draws.PHASES;
      shuffle(order[lane]);
    }
  }

  /** Fisher and Yates; the numbers of an epoch stand where those of step 4 epoch would. */
  private void shuffle(int[] row) {
    Arrays.setAll(row, i -> i);
    for (int j = 0; j < rows - 1; j++) {
      if (j % Draws.PHASES == 0) {
        draws.uniform(one, address, 1, firstSlot + j / Draws.PHASES, uniform);
      }
      int other = j + (int) ((rows - j) * uniform[j % Draws.PHASES][0]);
      int kept = row[j];
      row[j] = row[other];
      row[other] = kept;
    }
  }

  @Override
  public int[] at(int phase) {
    return index[phase];
  }
}
