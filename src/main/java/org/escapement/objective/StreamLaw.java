package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.random.Draws;

/** How the coordinates of a stream are drawn: independent, of mean 0 and the same law. */
enum StreamLaw {
  GAUSSIAN(1),
  RADEMACHER(1),
  UNIFORM(Math.sqrt(12));

  private final double scale;

  StreamLaw(double scale) {
    this.scale = scale;
  }

  /**
   * The law of this name in job files.
   *
   * @throws IllegalArgumentException when it is none
   */
  static StreamLaw of(String word) {
    return switch (word) {
      case "gaussian" -> GAUSSIAN;
      case "rademacher" -> RADEMACHER;
      case "uniform" -> UNIFORM;
      default ->
          throw new IllegalArgumentException(
              "stream must be gaussian, rademacher or uniform, got " + word);
    };
  }

  /** The factor that gives what is drawn variance 1. */
  double scale() {
    return scale;
  }

  /** Draws {@code out[phase][i]}, of variance 1/scale()^2, for every live lane. */
  void draw(Draws draws, Batch batch, int slot, double[][] out) {
    int n = batch.size();
    switch (this) {
      case GAUSSIAN -> draws.normal(batch.trajectories(), batch.steps(), n, slot, out);
      case RADEMACHER -> draws.sign(batch.trajectories(), batch.steps(), n, slot, out);
      case UNIFORM -> {
        draws.uniform(batch.trajectories(), batch.steps(), n, slot, out);
        for (double[] u : out) {
          center(u, n);
        }
      }
      default -> throw new IllegalStateException("no such law: " + this);
    }
  }

  private static void center(double[] u, int n) {
    for (int i = 0; i < n; i++) {
      u[i] -= 0.5;
    }
  }
}
