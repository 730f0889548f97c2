package org.escapement.theory.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * What a position at one step owes to each kick before it: x_k = sum over j < k of g_j w_j + mean,
 * for one mode of a linear recursion from a fixed start.
 */
public final class KickResponse {
  private final List<Stretch> stretches = new ArrayList<>();

  /** Steps from one number to another, that not included, all alike. */
  private record Stretch(long from, long to, LinearStep step, double stepSize) {}

  /** Up to a step. */
  public KickResponse(LinearDynamics dynamics, double curvature, long step) {
    for (long k = 0; k < step; k = dynamics.sameUntil(k)) {
      long to = Math.min(step, dynamics.sameUntil(k));
      LinearStep each = dynamics.at(k, curvature);
      stretches.add(new Stretch(k, to, each, dynamics.stepSize().at(k)));
    }
  }

  /** What a kick is multiplied by beside b, given the step size. */
  public interface Scaling {
    double at(double stepSize);
  }

  /** Sum over j of |g_j scaling|^power. */
  public double powerSum(double power, Scaling scaling) {
    double[] w = {1, 0};
    double sum = 0;
    for (int s = stretches.size() - 1; s >= 0; s--) {
      Stretch stretch = stretches.get(s);
      double factor = scaling.at(stretch.stepSize);
      for (long j = stretch.to; j > stretch.from; j--) {
        double g = Math.abs(dot(w, stretch.step.kick()) * factor);
        sum += power == 2 ? g * g : StrictMath.pow(g, power);
        w = before(w, stretch.step);
      }
    }
    return sum;
  }

  /** The position without kicks. */
  public double mean(double[] start) {
    double[] w = {1, 0};
    for (int s = stretches.size() - 1; s >= 0; s--) {
      Stretch stretch = stretches.get(s);
      for (long j = stretch.to; j > stretch.from; j--) {
        w = before(w, stretch.step);
      }
    }
    return dot(w, start);
  }

  private static double[] before(double[] w, LinearStep step) {
    double[][] a = step.matrix();
    return step.size() == 1
        ? new double[] {w[0] * a[0][0], 0}
        : new double[] {w[0] * a[0][0] + w[1] * a[1][0], w[0] * a[0][1] + w[1] * a[1][1]};
  }

  private static double dot(double[] w, double[] v) {
    return w[0] * v[0] + (v.length > 1 ? w[1] * v[1] : 0);
  }
}
