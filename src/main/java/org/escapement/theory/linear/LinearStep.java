package org.escapement.theory.linear;

/**
 * One step of one mode of a dynamics on a quadratic: z' = A z + b w, where z begins with the
 * position and w is the kick that the noise gives at the point c.z.
 *
 * @param matrix A, 1 x 1 or 2 x 2
 * @param kick b
 * @param where c
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LinearStep(double[][] matrix, double[] kick, double[] where) {

  /** Numbers in z. */
  int size() {
    return kick.length;
  }

  /** A step without memory. */
  static LinearStep of(double factor, double kick) {
    return new LinearStep(new double[][] {{factor}}, new double[] {kick}, new double[] {1});
  }

  /** A step with memory whose kick is that at the position. */
  static LinearStep of(double[] position, double[] memory, double... kick) {
    return new LinearStep(new double[][] {position, memory}, kick, new double[] {1, 0});
  }
}
