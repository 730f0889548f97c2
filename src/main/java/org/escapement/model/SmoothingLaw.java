package org.escapement.model;

/**
 * The law of u in the smoothed objective f_delta(x) = E f(x - delta u): the same in every
 * direction, so that it is centred and shifts nothing, and of finite variance, so that the mean of
 * x^2 exists.
 *
 * <p>E |u|^2 is d for normal u, d/(d + 2) in the ball, 1 on the sphere: in d dimensions a delta of
 * one law is as wide as another delta of the next.
 */
public enum SmoothingLaw {
  /** N(0, 1) in each coordinate: delta is the standard deviation of each. */
  GAUSSIAN,
  /** Uniform in the ball of radius 1; on the line, between -1 and 1. */
  BALL,
  /** Uniform on the sphere of radius 1; on the line, -1 or 1. */
  SPHERE;

  /**
   * The law of this name in job files.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SmoothingLaw of(String word) {
    return switch (word) {
      case "gaussian" -> GAUSSIAN;
      case "ball" -> BALL;
      case "sphere" -> SPHERE;
      default ->
          throw new IllegalArgumentException(
              "law must be gaussian, ball or sphere (nothing that shifts the objective, or under"
                  + " which the mean of x^2 is infinite), got "
                  + word);
    };
  }

  /** E u_1^(2 half) in R^dimension. */
  public double moment(int half, int dimension) {
    double product = 1;
    for (int i = 0; i < half; i++) {
      product *= (2 * i + 1) / share(dimension, 2 * i);
    }
    return product;
  }

  /** What the factors of the moments of a normal number are divided by. */
  private double share(int dimension, int more) {
    return switch (this) {
      case GAUSSIAN -> 1;
      case BALL -> dimension + 2.0 + more;
      case SPHERE -> dimension + more;
    };
  }

  /** E cos(frequency u_1) in R^dimension; wrong by some 1e-15. */
  public double cosine(double frequency, int dimension) {
    return switch (this) {
      case GAUSSIAN -> StrictMath.exp(-frequency * frequency / 2);
      case BALL -> bessel(dimension / 2.0, frequency);
      case SPHERE -> bessel(dimension / 2.0 - 1, frequency);
    };
  }

  /**
   * Gamma(order + 1) (2/x)^order J_order(x), which is 1 at 0. Its power series where no terms
   * cancel, and down from there by J_(n-1) = (2n/x) J_n - J_(n+1), the direction in which errors do
   * not grow.
   */
  private static double bessel(double order, double x) {
    double z = x * x / 4;
    long up = (long) Math.max(0, Math.ceil(z - order - 1));
    double above = series(order + up + 1, z);
    double here = series(order + up, z);
    for (long j = up; j > 0; j--) {
      double n = order + j;
      double below = here - z / (n * (n + 1)) * above;
      above = here;
      here = below;
    }
    return here;
  }

  /** sum_j (-z)^j / (j! (order + 1) ... (order + j)). */
  private static double series(double order, double z) {
    double sum = 1;
    double term = 1;
    for (int j = 1; Math.abs(term) > 0x1p-60; j++) {
      term *= -z / (j * (order + j));
      sum += term;
    }
    return sum;
  }
}
