package org.escapement.dynamics;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Curved;
import org.escapement.model.LaneValues;
import org.escapement.model.Objective;

/**
 * The modified equations of momentum in the time of steps s, with delta = 1 - momentum, V the
 * displacement per step and g = grad f:
 *
 * <pre>
 * order 1: dV = -(delta V + eta g) ds + eta dB, dX = V ds
 * order 2: dV = -((delta + delta^2/2 + bend eta H) V + (1 + delta/2) eta g) ds + eta dB,
 *          dX = ((1 - delta/2) V - eta/2 g) ds
 * </pre>
 *
 * with bend = -1/2 for the heavy ball and +1/2 for Nesterov's. These are theorems 14 and 16 of Li,
 * Tai, E 2019 (JMLR 20(40)) with their time t = s sqrt(eta), velocity V/sqrt(eta) and friction
 * delta/sqrt(eta).
 */
final class MomentumFlow implements ModifiedEquation {
  private final Objective objective;
  private final LaneValues stepSize;
  private final LaneValues momentum;
  private final Optional<Correction> correction;
  private final double[][] gradient;
  private double[] eta = new double[0];
  private double[] mu = new double[0];

  /**
   * What order 2 adds, and its scratch.
   *
   * @param bent {@code [k][i]}: H V
   * @param velocity the second half of a state
   */
  private record Correction(Curved objective, double bend, double[][] bent, double[][] velocity) {
    static Correction of(Curved objective, double bend, int lanes) {
      int d = objective.dimension();
      return new Correction(objective, bend, new double[d][lanes], new double[d][]);
    }
  }

  /** Order 1. */
  MomentumFlow(Objective objective, LaneValues stepSize, LaneValues momentum, int lanes) {
    this(objective, stepSize, momentum, Optional.empty(), lanes);
  }

  /** Order 2. */
  MomentumFlow(Curved objective, double bend, LaneValues stepSize, LaneValues momentum, int lanes) {
    this(objective, stepSize, momentum, Optional.of(Correction.of(objective, bend, lanes)), lanes);
  }

  private MomentumFlow(
      Objective objective,
      LaneValues stepSize,
      LaneValues momentum,
      Optional<Correction> correction,
      int lanes) {
    this.objective = objective;
    this.stepSize = stepSize;
    this.momentum = momentum;
    this.correction = correction;
    this.gradient = new double[objective.dimension()][lanes];
  }

  @Override
  public void prepare(Batch batch, int phase) {
    eta = stepSize.at(batch, phase);
    mu = momentum.at(batch, phase);
  }

  @Override
  public void drift(double[][] z, int n, double[][] out) {
    int d = gradient.length;
    objective.gradient(z, n, gradient);
    if (correction.isPresent()) {
      correctedDrift(correction.get(), z, n, out);
    } else {
      for (int k = 0; k < d; k++) {
        System.arraycopy(z[d + k], 0, out[k], 0, n);
        slowDown(n, z[d + k], gradient[k], out[d + k]);
      }
    }
  }

  private void slowDown(int n, double[] v, double[] g, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = -((1 - mu[i]) * v[i] + eta[i] * g[i]);
    }
  }

  private void correctedDrift(Correction order2, double[][] z, int n, double[][] out) {
    int d = gradient.length;
    double[][] v = order2.velocity;
    System.arraycopy(z, d, v, 0, d);
    order2.objective.hessianTimes(z, v, n, order2.bent);
    for (int k = 0; k < d; k++) {
      move(n, v[k], gradient[k], out[k]);
      slowDown(n, order2.bend, v[k], order2.bent[k], gradient[k], out[d + k]);
    }
  }

  private void move(int n, double[] v, double[] g, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = (1 - 0.5 * (1 - mu[i])) * v[i] - 0.5 * eta[i] * g[i];
    }
  }

  private void slowDown(int n, double bend, double[] v, double[] bent, double[] g, double[] out) {
    for (int i = 0; i < n; i++) {
      double delta = 1 - mu[i];
      double half = 1 + 0.5 * delta;
      out[i] = -(delta * half * v[i] + bend * eta[i] * bent[i] + half * eta[i] * g[i]);
    }
  }

  @Override
  public void amplify(double[][] z, int n, double[][] noise) {
    for (double[] coordinate : noise) {
      descend(n, coordinate);
    }
  }

  private void descend(int n, double[] noise) {
    for (int i = 0; i < n; i++) {
      noise[i] *= -eta[i];
    }
  }

  @Override
  public int firstKicked() {
    return gradient.length;
  }
}
