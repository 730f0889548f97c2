package org.escapement.theory.leastsquares;

/** The covariance of the gradient of a batch. */
interface GradientNoise {

  /**
   * Its mean over the law of the error e at which the gradient is taken.
   *
   * @param second {@code [a][b]}: E e_a e_b, symmetric
   * @param mean {@code [a]}: E e_a
   * @param out {@code [a][b]}: the covariance along the modes, symmetric to the last bit
   */
  void covariance(double[][] second, double[] mean, double[][] out);
}
