package org.escapement.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Schedule;
import org.escapement.random.Draws;

/** The increments over a time step h of one part of a driving noise: h^(1/index) times its kick. */
final class DrivingNoise {
  /** h^(1/index) at each lane's step. */
  private final LaneValues factor;

  /** Those over time 1. */
  private final Kicks kicks;

  private double[][] kick;
  private double[] scaling;

  DrivingNoise(LaneValues factor, Kicks kicks) {
    this.factor = factor;
    this.kicks = kicks;
  }

  /** One for each part of a noise; the parts use consecutive slots from 0 on. */
  static List<DrivingNoise> of(
      Noise noise, Schedule stepSize, int dimension, Draws draws, int lanes) {
    List<DrivingNoise> driving = new ArrayList<>();
    int slot = 0;
    for (Noise part : noise.parts()) {
      double index = part.index();
      driving.add(
          new DrivingNoise(
              LaneValues.of(stepSize, h -> scaling(h, index), lanes),
              part.start(dimension, lanes, draws, slot)));
      slot += part.slots(dimension);
    }
    return driving;
  }

  private static double scaling(double h, double index) {
    return index == 2 ? Math.sqrt(h) : StrictMath.pow(h, 1 / index);
  }

  void draw(Batch batch) {
    kicks.draw(batch);
  }

  /** Takes the kicks at the positions of the batch; to be called before the step moves them. */
  void take(Batch batch, int phase) {
    scaling = factor.at(batch, phase);
    kick = kicks.kicks(phase, batch.state(), batch.size());
  }

  /** Adds coordinate k of the kicks taken. */
  void addTo(double[] x, int k, int n) {
    add(n, scaling, kick[k], x);
  }

  private static void add(int n, double[] factor, double[] kick, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] += factor[i] * kick[i];
    }
  }
}
