package org.escapement.theory.master;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The density of a Fokker-Planck equation in cells of equal width between walls: conservative
 * finite differences with positive jump rates that keep the stationary density (Chang, Cooper 1970,
 * J. Comput. Phys. 6, 1), so that the operator is symmetric for that density as a weight and has
 * real eigenvalues.
 */
final class DensityGrid {
  private static final double NEGLIGIBLE = 1e-18;

  private final double first;
  private final double width;

  /** Roots of the stationary masses, largest 1. */
  private final double[] root;

  private final double[] eigenvalue;
  private final RealMatrix vector;

  /** Of the start in the eigenvectors. */
  private final double[] coefficient;

  /** How the eigenvalues of L, none positive, act in so many steps. */
  enum Clock {
    /**
     * P' = P + L P, step by step. What decays by more than itself in a step is no density that the
     * expansion holds for, and is left out.
     */
    STEPS {
      @Override
      double factor(double eigenvalue, long steps) {
        return eigenvalue > -1 ? power(Math.min(1, 1 + eigenvalue), steps) : 0;
      }
    },
    /** dP/dt = L P, a step being a unit of time. */
    TIME {
      @Override
      double factor(double eigenvalue, long steps) {
        return StrictMath.exp(Math.min(0, eigenvalue) * steps);
      }
    };

    abstract double factor(double eigenvalue, long steps);

    private static double power(double x, long n) {
      double result = 1;
      double square = x;
      for (long left = n; left > 0; left >>= 1) {
        if ((left & 1) == 1) {
          result *= square;
        }
        square *= square;
      }
      return result;
    }
  }

  /**
   * From a fixed point, which is the middle of a cell.
   *
   * @param cells about how many
   */
  DensityGrid(FokkerPlanck equation, Reach reach, double start, int cells) {
    this.width = (reach.high() - reach.low()) / cells;
    int below = (int) Math.ceil((start - reach.low()) / width);
    int above = (int) Math.ceil((reach.high() - start) / width);
    this.first = start - below * width;
    this.root = new double[below + above + 1];
    double[] diagonal = new double[root.length];
    double[] beside = new double[root.length - 1];
    fill(equation, diagonal, beside);
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(diagonal, beside);
    this.eigenvalue = eigen.getEigenvalues();
    this.vector = eigen.getV();
    this.coefficient = new double[root.length];
    for (int k = 0; k < root.length; k++) {
      coefficient[k] = vector.getEntry(below, k) / root[below];
    }
  }

  /**
   * With p = exp(-force)/spread the rate from i to its neighbour is exp(-force) there / (p w^2).
   */
  private void fill(FokkerPlanck equation, double[] diagonal, double[] beside) {
    int n = root.length;
    double[] density = new double[n];
    double[] edge = new double[n - 1];
    double force = 0;
    for (int i = 0; i < n; i++) {
      double x = middle(i);
      density[i] = -force - StrictMath.log(equation.spread().applyAsDouble(x));
      if (i < n - 1) {
        edge[i] = -(force + equation.force(x, x + width / 2));
        force = -edge[i] + equation.force(x + width / 2, x + width);
      }
    }
    double largest = Arrays.stream(density).max().orElseThrow();
    for (int i = 0; i < n; i++) {
      root[i] = StrictMath.exp((density[i] - largest) / 2);
    }
    for (int i = 0; i < n - 1; i++) {
      diagonal[i] -= StrictMath.exp(edge[i] - density[i]) / (width * width);
      diagonal[i + 1] -= StrictMath.exp(edge[i] - density[i + 1]) / (width * width);
      beside[i] = StrictMath.exp(edge[i] - (density[i] + density[i + 1]) / 2) / (width * width);
    }
  }

  private double middle(int i) {
    return first + i * width;
  }

  /** The mass of each cell after so many steps. */
  double[] mass(long steps, Clock clock) {
    double[] mass = new double[root.length];
    for (int k = 0; k < root.length; k++) {
      double factor = coefficient[k] * clock.factor(eigenvalue[k], steps);
      if (Math.abs(factor) > NEGLIGIBLE) {
        for (int i = 0; i < root.length; i++) {
          mass[i] += factor * vector.getEntry(i, k);
        }
      }
    }
    for (int i = 0; i < root.length; i++) {
      mass[i] *= root[i];
    }
    return mass;
  }

  /** How much mass is negative, which no density is. */
  static double negative(double[] mass) {
    return Arrays.stream(mass).filter(m -> m < 0).map(m -> -m).sum();
  }

  /** The mean of g. */
  double mean(double[] mass, DoubleUnaryOperator g) {
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i] * g.applyAsDouble(middle(i));
    }
    return sum;
  }

  /**
   * The mass below each of some ascending edges: cubics through the masses below four cell ends.
   */
  double[] below(double[] mass, double[] edges) {
    double[] ends = new double[mass.length + 1];
    for (int i = 0; i < mass.length; i++) {
      ends[i + 1] = ends[i] + mass[i];
    }
    return Arrays.stream(edges).map(edge -> below(ends, edge)).toArray();
  }

  private double below(double[] ends, double edge) {
    double place = (edge - first) / width + 0.5;
    if (place <= 0) {
      return 0;
    }
    if (place >= ends.length - 1) {
      return ends[ends.length - 1];
    }
    int k = Math.min(Math.max((int) place - 1, 0), ends.length - 4);
    double sum = 0;
    for (int j = 0; j < 4; j++) {
      double weight = ends[k + j];
      for (int l = 0; l < 4; l++) {
        if (l != j) {
          weight *= (place - k - l) / (j - l);
        }
      }
      sum += weight;
    }
    return sum;
  }
}
