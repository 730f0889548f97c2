package org.escapement.theory.linear;

import java.util.Optional;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBallEquation1;
import org.escapement.dynamics.HeavyBallEquation2;
import org.escapement.dynamics.NesterovEquation2;
import org.escapement.dynamics.SgdEquation1;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.simulate.Experiment;

/**
 * The simulated modified equations as linear recursions on the modes of a quadratic, where they are
 * integrated in parts of a step: by the integrator's own map.
 *
 * <p>Where equations of SGD make an exact step instead, {@link LinearDynamics} knows it.
 */
public final class LinearEquations {
  private static final Schedule NONE = new Constant(0);

  private LinearEquations() {}

  /** The drift of a mode per step as a matrix. */
  private interface Drift {
    double[][] at(double eta, double beta, double curvature);
  }

  /** Empty for other dynamics, and for noise that is not normal and so not what is simulated. */
  public static Optional<LinearDynamics> of(Experiment e) {
    return e.noise().isNormal() ? of(e.dynamics()) : Optional.empty();
  }

  private static Optional<LinearDynamics> of(Dynamics dynamics) {
    if (dynamics instanceof SgdEquation1 d) {
      return of(d.stepSize(), NONE, d.substeps(), (eta, beta, a) -> new double[][] {{-eta * a}});
    }
    if (dynamics instanceof SgdEquation2 d) {
      return of(d.stepSize(), NONE, d.substeps(), (eta, beta, a) -> second(eta, a));
    }
    if (dynamics instanceof HeavyBallEquation1 d) {
      return of(d.stepSize(), d.momentum(), d.substeps(), LinearEquations::first);
    }
    if (dynamics instanceof HeavyBallEquation2 d) {
      return of(
          d.stepSize(), d.momentum(), d.substeps(), (eta, beta, a) -> second(eta, beta, a, -0.5));
    }
    return dynamics instanceof NesterovEquation2 d
        ? of(d.stepSize(), d.momentum(), d.substeps(), (eta, beta, a) -> second(eta, beta, a, 0.5))
        : Optional.empty();
  }

  private static Optional<LinearDynamics> of(
      Schedule stepSize, Schedule momentum, int parts, Drift drift) {
    LinearDynamics.Rule rule =
        (eta, beta, a) -> {
          double[][] matrix = drift.at(eta, beta, a);
          double[] noise = matrix.length == 1 ? new double[] {-eta} : new double[] {0, -eta};
          return part(matrix, noise, parts);
        };
    return Optional.of(
        new LinearDynamics(stepSize, momentum, LinearDynamics.Kicks.OF_THE_NOISE, rule, parts));
  }

  /** dX = -(a + eta/2 a^2) X eta ds. */
  private static double[][] second(double eta, double a) {
    return new double[][] {{-eta * a * (1 + eta * a / 2)}};
  }

  /** dX = V ds, dV = -((1 - beta) V + eta a X) ds. */
  private static double[][] first(double eta, double beta, double a) {
    return new double[][] {{0, 1}, {-eta * a, -(1 - beta)}};
  }

  /** Li, Tai, E 2019 (JMLR 20(40)), theorems 14 and 16, in the time of steps. */
  private static double[][] second(double eta, double beta, double a, double bend) {
    double half = (1 - beta) / 2;
    return new double[][] {
      {-eta * a / 2, 1 - half}, {-(1 + half) * eta * a, -(2 * half * (1 + half) + bend * eta * a)}
    };
  }

  /**
   * One of m equal parts of a step by the method of Runge and Kutta with the noise in its last two
   * stages: with E = drift/m, z' = (1 + E + E^2/2 + E^3/6 + E^4/24) z + (1 + E/2 + E^2/6) w, the
   * noise felt at (1 + E/2) z.
   */
  private static LinearStep part(double[][] drift, double[] noise, int m) {
    int size = noise.length;
    double[][] matrix = new double[size][size];
    double[] kick = new double[size];
    double[] where = new double[size];
    double[][] power = identity(size);
    double[] matrixTerms = {1, 1, 1 / 2.0, 1 / 6.0, 1 / 24.0};
    double[] kickTerms = {1, 1 / 2.0, 1 / 6.0, 0, 0};
    double[] whereTerms = {1, 1 / 2.0, 0, 0, 0};
    for (int n = 0; n < matrixTerms.length; n++) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] += matrixTerms[n] * power[i][j];
          kick[i] += kickTerms[n] * power[i][j] * noise[j] / Math.sqrt(m);
        }
        where[i] += whereTerms[n] * power[0][i];
      }
      power = times(power, drift, m);
    }
    return new LinearStep(matrix, kick, where);
  }

  private static double[][] identity(int size) {
    double[][] one = new double[size][size];
    for (int i = 0; i < size; i++) {
      one[i][i] = 1;
    }
    return one;
  }

  /** power drift / m. */
  private static double[][] times(double[][] power, double[][] drift, int m) {
    int size = power.length;
    double[][] product = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          product[i][j] += power[i][k] * drift[k][j] / m;
        }
      }
    }
    return product;
  }
}
