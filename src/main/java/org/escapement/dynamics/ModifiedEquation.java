package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Curved;
import org.escapement.model.Objective;

/**
 * A stochastic differential equation that an optimiser resembles, in the time of steps: dZ =
 * drift(Z) ds + amplitude(Z) dB, where B is a Brownian motion with the covariance of the noise on
 * the gradient and one step takes time 1.
 *
 * <p>Drift and amplitude are of the size of the step size: the noise is small.
 */
interface ModifiedEquation {

  /** Looks up the parameters of a step of every lane, for the calls that follow. */
  void prepare(Batch batch, int phase);

  /** {@code out[j][i]}: the drift of the whole state per step at z_i. */
  void drift(double[][] z, int n, double[][] out);

  /**
   * Turns increments of B into changes of the state, in place.
   *
   * @param noise {@code [k][i]}: what moves coordinate {@link #firstKicked} + k
   */
  void amplify(double[][] z, int n, double[][] noise);

  /** The first coordinate of the state that noise moves, as it does all that follow. */
  int firstKicked();

  /**
   * The objective, which must know its second derivatives.
   *
   * @throws IllegalArgumentException when it does not
   */
  static Curved curved(Objective objective) {
    if (objective instanceof Curved curved) {
      return curved;
    }
    throw new IllegalArgumentException(
        "an equation of order 2 needs second derivatives, which are not known of " + objective);
  }
}
