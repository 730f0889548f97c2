package org.escapement.theory.pca;

/**
 * Heavy ball on streaming PCA to first order in epsilon = eta/(1 - beta): E x = X + epsilon b and
 * Cov x = epsilon P about the limiting ODE X, in its time t = epsilon times the step,
 *
 * <pre>
 * dP/dt = A P + P A' + Q(X)
 * db/dt = A b + 1/2 sum_jk P_jk d2F/dx_j dx_k - (1 + beta)/(1 - beta)/2 A F
 * </pre>
 *
 * <p>with F the drift, A its Jacobian and Q the covariance of one sample. P is the limiting SDE of
 * Liu et al., arXiv 1802.05155, along the whole path; the last terms of b are what finite steps and
 * the start from rest cost, by expanding x' - x - beta (x - x before) = eta F in eta.
 */
final class PcaFluctuation {
  /** Largest rate times step of the classical Runge-Kutta method. */
  private static final double STRIDE = 0.02;

  private final PcaFlow flow;
  private final double momentum;
  private final int dimension;

  /** b, then P row by row. */
  private double[] state;

  private double time;

  PcaFluctuation(PcaFlow flow, double momentum) {
    this.flow = flow;
    this.momentum = momentum;
    this.dimension = flow.stream().dimension();
    this.state = new double[dimension * (dimension + 1)];
  }

  /** How many Runge-Kutta steps lead to time t. */
  double cost(double t) {
    return t * flow.stream().lambda(flow.stream().top()) / STRIDE;
  }

  /** Moves on to a time that is no earlier. */
  void moveTo(double t) {
    long count = (long) Math.ceil(cost(t - time));
    double h = (t - time) / Math.max(count, 1);
    double begin = time;
    for (long j = 0; j < count; j++) {
      state = step(begin + j * h, h);
    }
    time = t;
  }

  /** (E x - X)/epsilon now, which is after so many steps. */
  double[] bias(long step) {
    double[] bias = flow.stream().drift(flow.at(time));
    double lag = momentum / (1 - momentum) * (1 - StrictMath.pow(momentum, step));
    for (int k = 0; k < dimension; k++) {
      bias[k] = state[k] - lag * bias[k];
    }
    return bias;
  }

  /** P_jk. */
  double covariance(int j, int k) {
    return state[dimension * (1 + j) + k];
  }

  private double[] step(double t, double h) {
    double[] early = flow.at(t);
    double[] middle = flow.at(t + h / 2);
    double[] late = flow.at(t + h);
    double[] k1 = slope(early, state);
    double[] k2 = slope(middle, moved(h / 2, k1));
    double[] k3 = slope(middle, moved(h / 2, k2));
    double[] k4 = slope(late, moved(h, k3));
    double[] next = state.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
    }
    return next;
  }

  private double[] moved(double h, double[] slope) {
    double[] moved = state.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += h * slope[j];
    }
    return moved;
  }

  private double[] slope(double[] x, double[] y) {
    PcaStream stream = flow.stream();
    double[][] a = stream.jacobian(x);
    double[][] p = matrix(y);
    double[][] q = stream.covariance(x);
    double[] f = stream.drift(x);
    double[] curved = stream.curvatureDrift(x, p);
    double inertia = (1 + momentum) / (1 - momentum) / 2;
    double[] slope = new double[y.length];
    for (int i = 0; i < dimension; i++) {
      slope[i] = curved[i];
      for (int j = 0; j < dimension; j++) {
        slope[i] += a[i][j] * (y[j] - inertia * f[j]);
        double sum = q[i][j];
        for (int l = 0; l < dimension; l++) {
          sum += a[i][l] * p[l][j] + p[i][l] * a[j][l];
        }
        slope[dimension * (1 + i) + j] = sum;
      }
    }
    return slope;
  }

  private double[][] matrix(double[] y) {
    double[][] p = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      System.arraycopy(y, dimension * (1 + i), p[i], 0, dimension);
    }
    return p;
  }
}
