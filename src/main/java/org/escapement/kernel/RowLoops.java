package org.escapement.kernel;

/**
 * Loops over rows of data and one vector at a time; the same bits from each implementation. A
 * working copy: born on one thread.
 *
 * <p>Row i is {@code values[first + i * stride]} to {@code values[first + (i + 1) * stride - 1]};
 * so long are the vectors w and sum, too. The stride is a multiple of {@link #MULTIPLE}. Which
 * rows, in which order, says an array of row numbers; the numbers that belong to a row (projection,
 * factor) stand in an array of their own at the same place.
 */
public interface RowLoops {
  /** So many numbers at a time. */
  int MULTIPLE = 8;

  /**
   * Dot products with w: {@code out[from + j] = x_index[from + j] . w} for 0 <= j < count.
   *
   * <p>Products are added by fma into eight sums p_m over k = m modulo 8; with q_m = p_m + p_(m+4)
   * the result is (q_0 + q_2) + (q_1 + q_3).
   */
  void project(int[] index, int from, int count, double[] w, double[] out);

  /**
   * The sum over 0 <= j < count of {@code factor[from + j]} x_index[from + j], into {@code sum};
   * added to zero by fma in this order, count at least 1.
   */
  void combine(int[] index, int from, int count, double[] factor, double[] sum);

  /** Adds the same sum, one product after the other, to what stands there. */
  void add(int[] index, int from, int count, double[] factor, double[] sum);
}
