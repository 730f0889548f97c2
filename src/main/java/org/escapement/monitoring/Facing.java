package org.escapement.monitoring;

import java.util.function.DoubleUnaryOperator;
import org.escapement.domain.Ball;
import org.escapement.domain.HalfSpace;
import org.escapement.model.Domain;
import org.escapement.model.Vector;

/**
 * The boundary shift of increments with independent stable coordinates, where it depends on the
 * direction n in which the boundary faces: on the spread (sum_k |n_k|^alpha)^(1/alpha) of n, from 1
 * along an axis to d^(1/alpha - 1/2) along a diagonal.
 */
final class Facing {
  /** Between two of so many spreads the shift, almost proportional to it, is taken as straight. */
  private static final int PIECES = 64;

  private final Domain domain;
  private final double alpha;
  private final double widest;
  private final double[] shifts = new double[PIECES + 1];
  private final double[] direction;

  private Facing(Domain domain, double alpha, int dimension, DoubleUnaryOperator shift) {
    this.domain = domain;
    this.alpha = alpha;
    this.widest = StrictMath.pow(dimension, 1 / alpha - 0.5);
    this.direction = new double[dimension];
    for (int j = 0; j <= PIECES; j++) {
      shifts[j] = shift.applyAsDouble(1 + (widest - 1) * j / PIECES);
    }
  }

  /**
   * For a ball or half-space.
   *
   * @param shift as a function of the spread
   */
  static Facing of(Domain domain, double alpha, int dimension, DoubleUnaryOperator shift) {
    return new Facing(domain, alpha, dimension, shift);
  }

  double largest() {
    return shifts[PIECES];
  }

  /** The shift of the boundary next to a lane. */
  double shift(double[][] x, int lane) {
    if (domain instanceof Ball ball) {
      for (int k = 0; k < direction.length; k++) {
        direction[k] = x[k][lane] - ball.center().at(k);
      }
    } else {
      Vector normal = ((HalfSpace) domain).normal();
      for (int k = 0; k < direction.length; k++) {
        direction[k] = normal.at(k);
      }
    }
    return at(spread());
  }

  private double spread() {
    double length = 0;
    for (double component : direction) {
      length = Math.max(length, Math.abs(component));
    }
    double squares = 0;
    double powers = 0;
    for (double component : direction) {
      double part = Math.abs(component) / length;
      squares += part * part;
      powers += StrictMath.pow(part, alpha);
    }
    return StrictMath.pow(powers, 1 / alpha) / Math.sqrt(squares);
  }

  private double at(double spread) {
    double place = (spread - 1) / (widest - 1) * PIECES;
    int j = (int) Math.max(0, Math.min(PIECES - 1, place));
    return shifts[j] + (place - j) * (shifts[j + 1] - shifts[j]);
  }
}
