package org.escapement.noise;

import org.escapement.data.Batches;
import org.escapement.data.Sampling;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.random.Draws;

/** Kicks that take each offset of their trajectory once in an epoch, in an order of its own. */
final class ReshuffledKicks implements Kicks {
  private final Offsets offsets;
  private final Batches order;
  private final int[] place;

  /** {@code [k][i]}. */
  private final double[][] kick;

  /**
   * @param firstSlot of the numbers that make the orders
   */
  ReshuffledKicks(Offsets offsets, Draws draws, int firstSlot, int lanes) {
    this.offsets = offsets;
    this.order = Sampling.RESHUFFLING.start(offsets.samples(), 1, draws, firstSlot, lanes);
    this.place = new int[lanes];
    this.kick = new double[offsets.dimension()][lanes];
  }

  @Override
  public void draw(Batch batch) {
    offsets.follow(batch);
    order.draw(batch);
  }

  @Override
  public double[][] kicks(int phase, double[][] x, int n) {
    int[] chosen = order.at(phase);
    for (int i = 0; i < n; i++) {
      place[i] = offsets.samples() * i + chosen[i];
    }
    for (int k = 0; k < kick.length; k++) {
      SampledKicks.gather(offsets.of(k), place, n, kick[k]);
    }
    return kick;
  }
}
