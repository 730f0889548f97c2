package org.escapement.theory.saddle;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The law of a variance, as values and their weights: one value, or that of n normal numbers about
 * their own mean, whose n-fold is s^2 times chi-square with n - 1 degrees of freedom.
 */
public final class RandomVariance {
  /** Spacing of the logarithm of chi-square: the trapezoidal rule is exact to all digits. */
  private static final double SPACING = 0.1;

  private static final double HIGHEST = 9;

  private final double[] value;
  private final double[] weight;

  private RandomVariance(double[] value, double[] weight) {
    this.value = value;
    this.weight = weight;
  }

  /** Always the same. */
  public static RandomVariance of(double variance) {
    return new RandomVariance(new double[] {variance}, new double[] {1});
  }

  /** Of a sample of normal numbers of the given variance, without Bessel's correction. */
  static RandomVariance ofSample(double variance, int samples) {
    double freedom = samples - 1;
    if (freedom == 0) {
      return of(0);
    }
    double lowest = StrictMath.log(freedom) - Math.max(8, 80 / freedom);
    double highest = StrictMath.log(freedom) + HIGHEST / Math.sqrt(freedom) + 1;
    int size = (int) Math.ceil((highest - lowest) / SPACING);
    double[] logarithm = IntStream.range(0, size).mapToDouble(j -> lowest + j * SPACING).toArray();
    double top = logDensity(StrictMath.log(freedom), freedom);
    double[] weight = new double[size];
    double sum = 0;
    for (int j = 0; j < size; j++) {
      weight[j] = StrictMath.exp(logDensity(logarithm[j], freedom) - top);
      sum += weight[j];
    }
    double[] value = new double[size];
    for (int j = 0; j < size; j++) {
      value[j] = variance / samples * StrictMath.exp(logarithm[j]);
      weight[j] /= sum;
    }
    return new RandomVariance(value, weight);
  }

  /** Of the logarithm y of chi-square, but for a constant. */
  private static double logDensity(double y, double freedom) {
    return (freedom * y - StrictMath.exp(y)) / 2;
  }

  /** That of numbers each of which is multiplied by the root of the factor. */
  RandomVariance times(double factor) {
    return new RandomVariance(Arrays.stream(value).map(v -> v * factor).toArray(), weight);
  }

  double mean() {
    double mean = 0;
    for (int j = 0; j < value.length; j++) {
      mean += weight[j] * value[j];
    }
    return mean;
  }

  int size() {
    return value.length;
  }

  double variance(int j) {
    return value[j];
  }

  double weight(int j) {
    return weight[j];
  }
}
