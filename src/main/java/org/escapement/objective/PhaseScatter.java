package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.model.Scattered.Scatter;

/** Mean and variance of the sampled gradient of phase retrieval about the whole one. */
final class PhaseScatter implements Scatter {
  private final PhaseRetrieval objective;
  private final PhaseData data;
  private final double[] projection;
  private final double[] along;
  private final double[] mean;

  PhaseScatter(PhaseRetrieval objective, PhaseData data, int lanes) {
    this.objective = objective;
    this.data = data;
    this.projection = new double[lanes];
    this.along = new double[lanes];
    this.mean = new double[lanes];
  }

  /** The samples are the same for all trajectories. */
  @Override
  public void follow(Batch batch) {}

  @Override
  public void mean(int n, double[][] out) {
    for (double[] coordinate : out) {
      Loops.fill(0, n, coordinate);
    }
  }

  @Override
  public void variance(double[][] x, double[][] direction, int n, double[] out) {
    Loops.fill(0, n, mean);
    Loops.fill(0, n, out);
    if (objective.isExact()) {
      return;
    }
    for (int sample = 0; sample < objective.samples(); sample++) {
      data.project(sample, x, n, projection);
      data.project(sample, direction, n, along);
      add(data.targets()[sample], n, out);
    }
    double all = objective.samples();
    for (int i = 0; i < n; i++) {
      out[i] = (out[i] / all - mean[i] / all * (mean[i] / all)) / objective.batch();
    }
  }

  /** Adds 4 (p^2 - y) p times the projection of the direction, and its square. */
  private void add(double target, int n, double[] squares) {
    for (int i = 0; i < n; i++) {
      double p = projection[i];
      double slope = 4 * (p * p - target) * p * along[i];
      mean[i] += slope;
      squares[i] += slope * slope;
    }
  }
}
