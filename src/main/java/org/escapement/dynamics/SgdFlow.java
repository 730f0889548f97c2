package org.escapement.dynamics;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Curved;
import org.escapement.model.LaneValues;
import org.escapement.model.Objective;

/**
 * The modified equations of SGD: dX = -(grad f + eta/2 H grad f) dt + sqrt(eta) dB, the second term
 * for order 2 only.
 */
final class SgdFlow implements ModifiedEquation {
  private final Objective objective;
  private final Optional<Curved> correction;
  private final LaneValues stepSize;

  /** Scratch, {@code [k][i]}: H grad f. */
  private final double[][] bent;

  private double[] eta = new double[0];

  /**
   * @param correction the objective again for order 2, empty for order 1
   */
  SgdFlow(Objective objective, Optional<Curved> correction, LaneValues stepSize, int lanes) {
    this.objective = objective;
    this.correction = correction;
    this.stepSize = stepSize;
    this.bent = new double[objective.dimension()][lanes];
  }

  @Override
  public void prepare(Batch batch, int phase) {
    eta = stepSize.at(batch, phase);
  }

  @Override
  public void drift(double[][] z, int n, double[][] out) {
    objective.gradient(z, n, out);
    if (correction.isPresent()) {
      correction.get().hessianTimes(z, out, n, bent);
      for (int k = 0; k < bent.length; k++) {
        correct(n, eta, bent[k], out[k]);
      }
    }
    descend(n, out);
  }

  private static void correct(int n, double[] eta, double[] bent, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += 0.5 * eta[i] * bent[i];
    }
  }

  @Override
  public void amplify(double[][] z, int n, double[][] noise) {
    descend(n, noise);
  }

  private void descend(int n, double[][] slope) {
    for (double[] coordinate : slope) {
      descend(n, eta, coordinate);
    }
  }

  private static void descend(int n, double[] eta, double[] slope) {
    for (int i = 0; i < n; i++) {
      slope[i] *= -eta[i];
    }
  }

  @Override
  public int firstKicked() {
    return 0;
  }
}
