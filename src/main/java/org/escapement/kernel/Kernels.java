package org.escapement.kernel;

/**
 * Array loops that the compiler leaves scalar; the same bits from each implementation.
 *
 * <p>Every loop works on 0 <= i < n and needs arrays of at least n; what lies beyond n is neither
 * read nor written. An output may be one of the inputs, but two outputs must differ. "bits" are
 * random words; {@code u(bits)} below is the uniform number {@code ((bits >>> 12) + 1/2) / 2^52}.
 * Error bounds are in ulp of the result.
 */
public interface Kernels {

  /**
   * Random words: word0[i] and word1[i] are the block of {@link Threefry} with counter {@code (slot
   * << 40 | trajectories[i], steps[i] + offset)}.
   *
   * @param key two words
   * @param slot below 2^23
   * @param trajectories each below 2^40
   */
  void bits(
      long[] key,
      long[] trajectories,
      long[] steps,
      int n,
      int slot,
      int offset,
      long[] word0,
      long[] word1);

  /** Uniform on (0, 1): {@code out[i] = u(bits[i])}, an odd multiple of 2^-53. */
  void uniform(long[] bits, int n, double[] out);

  /** -1 where the lowest bit is set, else 1. */
  void sign(long[] bits, int n, double[] out);

  /**
   * Two independent standard normals of each word, by a radius and an angle (Box and Muller 1958).
   *
   * <p>The upper 42 bits k make the radius {@code r = sqrt(-2 log U)} with {@code U = (k + 1/2) /
   * 2^42}, at most 7.72: beyond it a normal number falls with probability 1.2e-14. The lower 22
   * bits make the angle: with the number j of all but the lowest, {@code t = (j + 1/2) / 2^21 -
   * 1/2}, first is {@code r cos(pi t)} with the lowest bit as its sign and second {@code r sin(pi
   * t)}. So the angles are 2^22 equal parts of a turn, and all their moments up to that order are
   * those of the uniform angle; what is coarse is the density of numbers smaller than some 1e-6.
   *
   * <p>Radius and sines are wrong by at most 1e-13 of themselves, which no sample that can be drawn
   * shows.
   */
  void normal(long[] bits, int n, double[] first, double[] second);

  /**
   * The angles of symmetric stable numbers: with {@code U = pi (u(bits) - 1/2)}, sin(alpha U), cos
   * U, and cos((1 - alpha) U), each to 2 ulp, however small.
   *
   * @param alpha in (0, 2]
   */
  void stableAngles(
      double alpha, long[] bits, int n, double[] sinAlpha, double[] cos, double[] cosRest);

  /**
   * The angles of positive stable numbers: with {@code theta = pi u(bits)}, sin(gamma theta), sin
   * theta, and sin((1 - gamma) theta), each to 2 ulp, however small.
   *
   * @param gamma in (0, 1)
   */
  void positiveStableAngles(
      double gamma, long[] bits, int n, double[] sinGamma, double[] sin, double[] sinRest);

  /**
   * {@code factor * log x}; 1 ulp, and the rounding of the product.
   *
   * @param x positive, finite and not subnormal
   */
  void log(double factor, double[] x, int n, double[] out);

  /** e^x for any x, NaN and the infinities included; 1 ulp, subnormal results included. */
  void exp(double[] x, int n, double[] out);

  /** e^x - 1 for any x, NaN and the infinities included; 2 ulp. */
  void expm1(double[] x, int n, double[] out);

  /**
   * sin(2 pi x) and cos(2 pi x), of exactly reduced x; 2 ulp.
   *
   * @param x any finite number; NaN and the infinities give NaN
   */
  void sinCosTurns(double[] x, int n, double[] sin, double[] cos);

  /**
   * Finds the lanes that are not inside: writes the indices i with {@code !(margin[i] > 0)}, in
   * increasing order.
   *
   * @return how many were written
   */
  int notPositive(double[] margin, int n, int[] out);

  /**
   * {@code out[m]}, 0 <= m < 8: the sum of x[k]^2 over k = m modulo 8, added by fma.
   *
   * @param n a multiple of 8
   */
  void squares(double[] x, int n, double[] out);

  /**
   * Loops over rows of data.
   *
   * @param values row after row; kept, not copied
   * @param first where row 0 begins
   * @param stride the length of a row, a multiple of {@link RowLoops#MULTIPLE}
   */
  RowLoops rows(double[] values, int first, int stride);

  /** Products of matrices: a working copy. */
  MatrixLoops matrices();

  /** What logs and the {@code runs} table say: "vector (512 bit)" or "scalar". */
  String description();

  /** The fastest implementation that this JVM can run; chosen once. */
  static Kernels best() {
    return Choice.BEST;
  }
}
