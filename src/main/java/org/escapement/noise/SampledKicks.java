package org.escapement.noise;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.random.Draws;

/** Kicks each of which is one of the offsets of its trajectory, all of them equally likely. */
final class SampledKicks implements Kicks {
  private final Offsets offsets;
  private final Draws draws;
  private final int slot;

  /** {@code [phase][i]}. */
  private final double[][] uniform;

  /** {@code [phase][i]}: where the offset stands. */
  private final int[][] place;

  /** {@code [k][i]}. */
  private final double[][] kick;

  /**
   * @param slot of the numbers that choose the offset
   */
  SampledKicks(Offsets offsets, Draws draws, int slot, int lanes) {
    this.offsets = offsets;
    this.draws = draws;
    this.slot = slot;
    this.uniform = new double[Draws.PHASES][lanes];
    this.place = new int[Draws.PHASES][lanes];
    this.kick = new double[offsets.dimension()][lanes];
  }

  @Override
  public void draw(Batch batch) {
    int n = batch.size();
    offsets.follow(batch);
    draws.uniform(batch.trajectories(), batch.steps(), n, slot, uniform);
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      choose(offsets.samples(), uniform[phase], n, place[phase]);
    }
  }

  private static void choose(int samples, double[] uniform, int n, int[] place) {
    for (int i = 0; i < n; i++) {
      place[i] = samples * i + (int) (samples * uniform[i]);
    }
  }

  @Override
  public double[][] kicks(int phase, double[][] x, int n) {
    for (int k = 0; k < kick.length; k++) {
      gather(offsets.of(k), place[phase], n, kick[k]);
    }
    return kick;
  }

  static void gather(double[] offset, int[] place, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = offset[place[i]];
    }
  }
}
