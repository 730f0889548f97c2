package org.escapement.theory.numeric;

import java.util.function.UnaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * K^steps v for the jump matrix K of an absorbing chain and steps as many as one likes.
 *
 * <p>The first steps are made one by one; they leave only the slow modes, those with eigenvalue
 * near 1. These are the leading modes of A = (I - K)^-1, so a small Krylov space of A holds what is
 * left of v (shift-and-invert Arnoldi; Moret, Novati 2004, BIT 44, 595), and with T the matrix of A
 * in that space the rest of the power is that of the small matrix I - T^-1, by repeated squaring.
 */
public final class ChainPower {
  private static final int SINGLE_STEPS = 64;
  private static final int LARGEST_SPACE = 48;
  private static final double EXHAUSTED = 1e-12;
  private static final double BOUND = 10;

  private final AbsorbingChain inverse;
  private final UnaryOperator<double[]> step;
  private final long steps;

  /**
   * Prepares nothing.
   *
   * @param inverse applies A
   * @param step applies K
   */
  public ChainPower(AbsorbingChain inverse, UnaryOperator<double[]> step, long steps) {
    this.inverse = inverse;
    this.step = step;
    this.steps = steps;
  }

  /** K^steps v. */
  public double[] of(double[] v) {
    double[] w = v.clone();
    long single = Math.min(steps, SINGLE_STEPS);
    for (long k = 0; k < single; k++) {
      w = step.apply(w);
    }
    double size = norm(w);
    return steps == single || size == 0 ? w : slowPart(w, size, steps - single);
  }

  private double[] slowPart(double[] w, double size, long power) {
    double[][] basis = new double[LARGEST_SPACE + 1][];
    double[][] t = new double[LARGEST_SPACE + 1][LARGEST_SPACE];
    basis[0] = scaled(w, 1 / size);
    int m = 0;
    double rest = 1;
    while (m < LARGEST_SPACE && rest > EXHAUSTED) {
      double[] next = inverse.expectedSum(basis[m]);
      double length = norm(next);
      rest = orthogonalise(next, basis, t, m) / length;
      m++;
      t[m][m - 1] = norm(next);
      basis[m] = scaled(next, 1 / t[m][m - 1]);
    }
    double[] coefficient = powerOf(t, m, power);
    while (!isBounded(coefficient) && m > 1) {
      m = (3 * m) / 4;
      coefficient = powerOf(t, m, power);
    }
    double[] result = new double[w.length];
    for (int j = 0; j < m; j++) {
      add(size * coefficient[j], basis[j], result);
    }
    return result;
  }

  /** Modified Gram-Schmidt, twice; the length of what is left. */
  private static double orthogonalise(double[] next, double[][] basis, double[][] t, int m) {
    for (int pass = 0; pass < 2; pass++) {
      for (int j = 0; j <= m; j++) {
        double overlap = dot(basis[j], next);
        t[j][m] += overlap;
        add(-overlap, basis[j], next);
      }
    }
    return norm(next);
  }

  /** The first column of (I - T^-1)^power for the leading m by m part of T. */
  private static double[] powerOf(double[][] t, int m, long power) {
    RealMatrix small = new Array2DRowRealMatrix(t, true).getSubMatrix(0, m - 1, 0, m - 1);
    RealMatrix one = MatrixUtils.createRealIdentityMatrix(m);
    RealMatrix square = one.subtract(new LUDecomposition(small, 0).getSolver().getInverse());
    RealVector column = one.getColumnVector(0);
    for (long left = power; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        column = square.operate(column);
      }
      square = square.multiply(square);
    }
    return column.toArray();
  }

  /** K does not make anything grow; a spurious eigenvalue of a matrix T that is too large does. */
  private static boolean isBounded(double[] coefficient) {
    return norm(coefficient) <= BOUND;
  }

  private static double[] scaled(double[] v, double factor) {
    double[] result = new double[v.length];
    add(factor, v, result);
    return result;
  }

  private static void add(double factor, double[] v, double[] to) {
    for (int i = 0; i < v.length; i++) {
      to[i] += factor * v[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] v) {
    return Math.sqrt(dot(v, v));
  }
}
