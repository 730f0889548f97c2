package org.escapement.theory.pca;

import org.escapement.model.Schedule;

/**
 * One linear mode under heavy ball with any schedules, v' = beta v - eta (curvature h + kick), h' =
 * h + v', from rest: first and second moments of (h, v), exactly, step by step.
 */
final class HeavyBallMode {
  private final Schedule stepSize;
  private final Schedule momentum;
  private final double curvature;
  private final double variance;
  private long step;
  private double h;
  private double v;
  private double hh;
  private double hv;
  private double vv;

  /**
   * @param variance of the kicks on the gradient
   */
  HeavyBallMode(
      Schedule stepSize, Schedule momentum, double curvature, double variance, double start) {
    this.stepSize = stepSize;
    this.momentum = momentum;
    this.curvature = curvature;
    this.variance = variance;
    this.h = start;
  }

  /** Moves on to a step that is no earlier. */
  void moveTo(long later) {
    for (; step < later; step++) {
      double eta = stepSize.at(step);
      double beta = momentum.at(step);
      double pull = eta * curvature;
      v = beta * v - pull * h;
      h += v;
      double nextVv =
          beta * beta * vv - 2 * beta * pull * hv + pull * pull * hh + eta * eta * variance;
      double carried = beta * hv - pull * hh;
      hh += 2 * carried + nextVv;
      hv = carried + nextVv;
      vv = nextVv;
    }
  }

  /** E h^2. */
  double second() {
    return h * h + hh;
  }
}
