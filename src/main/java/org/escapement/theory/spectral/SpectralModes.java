package org.escapement.theory.spectral;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.escapement.model.Check;

/**
 * The modes of a least squares problem in groups of one eigenvalue each: lambda_k of the Hessian,
 * how many modes share it, and c_k = lambda_k E (w - w*)_k^2 at the start, summed over them, so
 * that the loss is 1/2 sum c_k.
 *
 * <p>A group may stand for many modes of nearly one eigenvalue; how many need not be a whole
 * number.
 */
public final class SpectralModes {
  /** {@code [k]}, all positive. */
  private final double[] eigenvalue;

  /** {@code [k]}: c_k(0). */
  private final double[] signal;

  /** {@code [k]}: modes in a group. */
  private final double[] count;

  private SpectralModes(double[] eigenvalue, double[] signal, double[] count) {
    this.eigenvalue = eigenvalue;
    this.signal = signal;
    this.count = count;
  }

  /** Single modes: {@code signal[k]} is c_k(0). */
  public static SpectralModes of(double[] eigenvalue, double[] signal) {
    double[] ones = new double[eigenvalue.length];
    Arrays.fill(ones, 1);
    return of(eigenvalue, signal, ones);
  }

  /** Groups of modes. */
  public static SpectralModes of(double[] eigenvalue, double[] signal, double[] count) {
    Check.in("[1, inf)", eigenvalue.length, "number of eigenvalues");
    Check.dimension(eigenvalue.length, signal.length, "signal");
    Check.dimension(eigenvalue.length, count.length, "count");
    for (int k = 0; k < eigenvalue.length; k++) {
      Check.positive(eigenvalue[k], "eigenvalue");
      Check.notNegative(signal[k], "signal");
      Check.positive(count[k], "count");
    }
    return new SpectralModes(eigenvalue.clone(), signal.clone(), count.clone());
  }

  /** Groups, not modes. */
  public int size() {
    return eigenvalue.length;
  }

  /** lambda_k. */
  public double eigenvalue(int k) {
    return eigenvalue[k];
  }

  /** c_k(0), summed over the group. */
  public double signal(int k) {
    return signal[k];
  }

  /** How many modes are in a group. */
  public double count(int k) {
    return count[k];
  }

  /** lambda_max. */
  public double largest() {
    return Arrays.stream(eigenvalue).max().orElseThrow();
  }

  /** Tr H. */
  public double trace() {
    double sum = 0;
    for (int k = 0; k < eigenvalue.length; k++) {
      sum += count[k] * eigenvalue[k];
    }
    return sum;
  }

  /** L(0) = 1/2 sum c_k(0). */
  public double startLoss() {
    return Arrays.stream(signal).sum() / 2;
  }

  /**
   * Fewer groups: the largest eigenvalues stay as they are, further ones within a factor exp(width)
   * become one with their mean. Preserves trace and loss; the loss at later steps has a relative
   * error of about width^2 / 10.
   */
  public SpectralModes binned(int exact, double width) {
    int[] order = descending();
    double[] lambda = new double[order.length];
    double[] c = new double[order.length];
    double[] n = new double[order.length];
    double factor = Math.max(1, 1 + width);
    int bins = 0;
    double top = 0;
    for (int i = 0; i < order.length; i++) {
      int k = order[i];
      if (i <= exact || eigenvalue[k] * factor < top) {
        top = eigenvalue[k];
        bins++;
      }
      lambda[bins - 1] += count[k] * eigenvalue[k];
      c[bins - 1] += signal[k];
      n[bins - 1] += count[k];
    }
    for (int i = 0; i < bins; i++) {
      lambda[i] /= n[i];
    }
    return new SpectralModes(
        Arrays.copyOf(lambda, bins), Arrays.copyOf(c, bins), Arrays.copyOf(n, bins));
  }

  private int[] descending() {
    boolean sorted = true;
    for (int k = 1; k < eigenvalue.length; k++) {
      sorted &= eigenvalue[k] <= eigenvalue[k - 1];
    }
    IntStream all = IntStream.range(0, eigenvalue.length);
    return sorted
        ? all.toArray()
        : all.boxed()
            .sorted(Comparator.comparingDouble(k -> -eigenvalue[k]))
            .mapToInt(k -> k)
            .toArray();
  }
}
