package org.escapement.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.escapement.data.Eigenpairs;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Vector;

/**
 * The eigenvalues of a Hessian that is the same everywhere, falling, and its eigenvectors: each of
 * length 1, the first of its largest components in size positive.
 */
public final class Eigensystem {
  /** What is smaller than this part of the largest element is rounding. */
  private static final double ROUNDING = 1e-14;

  /** Along smaller parts of the largest eigenvalue there is no minimum to solve for. */
  private static final double FLAT = 1e-12;

  /** Finding one takes longer than many a chunk. */
  private static final Map<ConstantHessian, Eigensystem> KNOWN = new ConcurrentHashMap<>();

  private final double[] values;
  private final double[][] vectors;
  private final Vector solution;

  private Eigensystem(ConstantHessian objective) {
    double[][] hessian = hessian(objective);
    int d = hessian.length;
    double[] value = new double[d];
    double[][] vector = new double[d][d];
    if (isDiagonal(hessian)) {
      for (int k = 0; k < d; k++) {
        value[k] = hessian[k][k];
        vector[k][k] = 1;
      }
    } else {
      Eigenpairs pairs = Eigenpairs.of(hessian);
      for (int k = 0; k < d; k++) {
        value[k] = pairs.value(k);
        vector[k] = pairs.vector(k);
      }
    }
    int[] order = falling(value);
    this.values = Arrays.stream(order).mapToDouble(k -> value[k]).toArray();
    this.vectors = Arrays.stream(order).mapToObj(k -> vector[k]).toArray(double[][]::new);
    this.solution = objective.knownSolution().orElseGet(() -> solved(objective));
  }

  /** That of an objective, found once in a JVM. */
  public static Eigensystem of(ConstantHessian objective) {
    return KNOWN.computeIfAbsent(objective, Eigensystem::new);
  }

  /** Symmetric, and without what rounding left off the diagonal. */
  private static double[][] hessian(ConstantHessian objective) {
    int d = objective.dimension();
    double[][] unit = new double[d][d];
    double[][] product = new double[d][d];
    for (int k = 0; k < d; k++) {
      unit[k][k] = 1;
    }
    objective.hessianTimes(new double[d][d], unit, d, product);
    double largest =
        Arrays.stream(product).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    double[][] hessian = new double[d][d];
    for (int k = 0; k < d; k++) {
      for (int l = 0; l < d; l++) {
        double mean = (product[k][l] + product[l][k]) / 2;
        hessian[k][l] = k == l || Math.abs(mean) > ROUNDING * largest ? mean : 0;
      }
    }
    return hessian;
  }

  private static boolean isDiagonal(double[][] hessian) {
    for (int k = 0; k < hessian.length; k++) {
      for (int l = 0; l < k; l++) {
        if (hessian[k][l] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Places by falling value; those of equal values stay in their order. */
  private static int[] falling(double[] value) {
    return IntStream.range(0, value.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -value[k]))
        .mapToInt(k -> k)
        .toArray();
  }

  /** The shortest s with gradient(0) = -H s, as far as H reaches. */
  private Vector solved(ConstantHessian objective) {
    int d = values.length;
    double[][] gradient = new double[d][1];
    objective.gradient(new double[d][1], 1, gradient);
    double[] s = new double[d];
    double least = FLAT * Math.max(Math.abs(values[0]), Math.abs(values[d - 1]));
    for (int a = 0; a < d; a++) {
      if (Math.abs(values[a]) > least) {
        double along = 0;
        for (int k = 0; k < d; k++) {
          along += vectors[a][k] * gradient[k][0];
        }
        for (int k = 0; k < d; k++) {
          s[k] -= along / values[a] * vectors[a][k];
        }
      }
    }
    return Vector.of(s);
  }

  /** How many there are. */
  public int size() {
    return values.length;
  }

  /** Eigenvalue a, falling with a. */
  public double value(int a) {
    return values[a];
  }

  /** Component k of eigenvector a. */
  public double component(int a, int k) {
    return vectors[a][k];
  }

  /** Where the gradient is zero; where that is many places, the nearest to the origin. */
  public Vector solution() {
    return solution;
  }
}
