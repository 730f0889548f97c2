package org.escapement.kernel;

/** Array loops that the compiler leaves scalar; the same bits from each implementation. */
public interface Kernels {

  /**
   * Finds the lanes that are not inside: writes the indices i with {@code !(margin[i] > 0)}, 0 <= i
   * < n, in increasing order.
   *
   * @param out at least n long
   * @return how many were written
   */
  int notPositive(double[] margin, int n, int[] out);

  /** What logs and the {@code runs} table say: "vector (512 bit)" or "scalar". */
  String description();

  /** The fastest implementation that this JVM can run; chosen once. */
  static Kernels best() {
    throw new UnsupportedOperationException();
  }
}
