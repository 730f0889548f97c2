package org.escapement.theory.pca;

import java.util.Optional;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.StreamingPca;
import org.escapement.simulate.Experiment;

/**
 * The stream of streaming PCA, Y_k = sqrt(lambda_k) times independent numbers of one law: mean and
 * covariance of the sampled ascent direction G = s (Y - s x), s = Y'x.
 *
 * @param spectrum lambda
 * @param fourth E Y_k^4 / lambda_k^2
 */
record PcaStream(Vector spectrum, double fourth) {

  /** Empty for other objectives, and where noise is added to the samples. */
  static Optional<PcaStream> of(Experiment experiment) {
    return experiment.objective() instanceof StreamingPca pca
            && experiment.noise() instanceof NoNoise
        ? Optional.of(new PcaStream(pca.spectrum(), fourth(pca.stream())))
        : Optional.empty();
  }

  private static double fourth(String law) {
    return switch (law) {
      case "rademacher" -> 1;
      case "uniform" -> 1.8;
      default -> 3;
    };
  }

  int dimension() {
    return spectrum.size();
  }

  double lambda(int k) {
    return spectrum.at(k);
  }

  /** Place of the largest lambda, the first of equals. */
  int top() {
    int top = 0;
    for (int k = 1; k < dimension(); k++) {
      top = lambda(k) > lambda(top) ? k : top;
    }
    return top;
  }

  /** lambda_top - lambda_k. */
  double gap(int k) {
    return lambda(top()) - lambda(k);
  }

  /** x'Lambda x. */
  double variance(double[] x) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += lambda(k) * x[k] * x[k];
    }
    return sum;
  }

  /** F = E G = Lambda x - (x'Lambda x) x. */
  double[] drift(double[] x) {
    double q = variance(x);
    double[] drift = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      drift[k] = (lambda(k) - q) * x[k];
    }
    return drift;
  }

  /** dF_i/dx_j. */
  double[][] jacobian(double[] x) {
    double q = variance(x);
    double[][] a = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        a[i][j] = (i == j ? lambda(i) - q : 0) - 2 * x[i] * lambda(j) * x[j];
      }
    }
    return a;
  }

  /** Half the sum over j and k of p_jk d2F_i/dx_j dx_k, for a symmetric p. */
  double[] curvatureDrift(double[] x, double[][] p) {
    double[] drift = new double[x.length];
    double trace = 0;
    for (int j = 0; j < x.length; j++) {
      trace += lambda(j) * p[j][j];
    }
    for (int i = 0; i < x.length; i++) {
      drift[i] = -x[i] * trace;
      for (int j = 0; j < x.length; j++) {
        drift[i] -= 2 * p[i][j] * lambda(j) * x[j];
      }
    }
    return drift;
  }

  /**
   * Cov(G_i, G_j): with T = E s^2 Y Y', u = T x and w = x'u it is T - x u' - u x' + w x x' - FF'.
   */
  double[][] covariance(double[] x) {
    int d = x.length;
    double[][] t = fourthMoments(x);
    double[] u = new double[d];
    double w = 0;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        u[i] += t[i][j] * x[j];
      }
      w += u[i] * x[i];
    }
    double[] f = drift(x);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        t[i][j] += w * x[i] * x[j] - x[i] * u[j] - u[i] * x[j] - f[i] * f[j];
      }
    }
    return t;
  }

  /** E s^2 Y_i Y_j. */
  private double[][] fourthMoments(double[] x) {
    double q = variance(x);
    double[][] t = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      double own = lambda(i) * x[i];
      for (int j = 0; j < x.length; j++) {
        t[i][j] = 2 * own * lambda(j) * x[j];
      }
      t[i][i] += lambda(i) * q + (fourth - 3) * own * own;
    }
    return t;
  }
}
