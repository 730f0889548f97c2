package org.escapement.noise;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.random.Draws;

/**
 * The offsets of the trajectories of one batch: pure functions of key and trajectory, kept lane by
 * lane until another trajectory comes there.
 */
final class Offsets {
  private static final long NONE = -1;

  private final FiniteSample law;
  private final Draws draws;
  private final int firstSlot;

  /** Whose offsets a lane holds. */
  private final long[] owner;

  /** {@code [k][samples * lane + j]}: coordinate k of offset j. */
  private final double[][] offset;

  private final long[] trajectory = new long[1];
  private final long[] block = new long[1];
  private final double[][] drawn = new double[Draws.PHASES][1];

  /**
   * @param firstSlot those of coordinate k come from slot firstSlot + k
   */
  Offsets(FiniteSample law, int lanes, Draws draws, int firstSlot) {
    this.law = law;
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.owner = new long[lanes];
    this.offset = new double[law.scales().size()][law.samples() * lanes];
    Arrays.fill(owner, NONE);
  }

  int samples() {
    return law.samples();
  }

  int dimension() {
    return offset.length;
  }

  /** Those of coordinate k: {@code [samples * lane + j]} is that of offset j. */
  double[] of(int k) {
    return offset[k];
  }

  /** Makes the offsets of the trajectories that are new in their lanes. */
  void follow(Batch batch) {
    for (int lane = 0; lane < batch.size(); lane++) {
      if (owner[lane] != batch.trajectories()[lane]) {
        owner[lane] = batch.trajectories()[lane];
        for (int k = 0; k < offset.length; k++) {
          make(lane, k);
        }
      }
    }
  }

  private void make(int lane, int k) {
    int first = law.samples() * lane;
    trajectory[0] = owner[lane];
    for (int j = 0; j < law.samples(); j += Draws.PHASES) {
      block[0] = j;
      draws.normal(trajectory, block, 1, firstSlot + k, drawn);
      for (int l = 0; l < Draws.PHASES && j + l < law.samples(); l++) {
        offset[k][first + j + l] = law.scales().at(k) * drawn[l][0];
      }
    }
    if (law.centred()) {
      double mean = mean(lane, k);
      for (int j = 0; j < law.samples(); j++) {
        offset[k][first + j] -= mean;
      }
    }
  }

  /** The mean of coordinate k over the offsets of a lane's trajectory. */
  double mean(int lane, int k) {
    double sum = 0;
    for (int j = 0; j < law.samples(); j++) {
      sum += offset[k][law.samples() * lane + j];
    }
    return sum / law.samples();
  }
}
