package org.escapement.measure;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Buffered;
import org.escapement.model.Curved;
import org.escapement.model.Scattered.Scatter;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Setting;

/**
 * What {@link Conditions} bound, at where each lane is: all in the basis of the Hessian's
 * eigenvectors, and with expectations over the next sample of the gradient.
 */
final class AlongThePath {
  private final FullGradient fullGradient;
  private final Buffered dynamics;
  private final double eta;
  private final double beta;
  private final double[] deviation;
  private final Eigenbasis basis;
  private final Amplification amplification;

  /** Scratch, {@code [k][i]}. */
  private final double[][] gradient;

  private final double[][] buffer;
  private final double[] variance;
  private final double[] more;
  private final double[] gradientAlong;
  private final double[] bufferAlong;
  private final double[] gradientSquare;
  private final double[] leastCurvature;
  private final double[] cnc;
  private final double[] apag;
  private final double[] apcg;
  private final double[] grace;

  AlongThePath(Setting setting, int tau) {
    Experiment e = setting.experiment();
    int lanes = setting.lanes();
    int d = e.dimension();
    this.fullGradient = new FullGradient(setting);
    this.dynamics = (Buffered) e.dynamics();
    this.eta = dynamics.stepSize().at(0);
    this.beta = dynamics.momentum().at(0);
    this.deviation = e.noise().deviations(d).orElse(Vector.zero(d)).toArray();
    this.basis = new Eigenbasis((Curved) e.objective(), lanes);
    this.amplification = new Amplification(eta, beta, tau);
    this.gradient = new double[d][lanes];
    this.buffer = new double[d][lanes];
    this.variance = new double[lanes];
    this.more = new double[lanes];
    this.gradientAlong = new double[lanes];
    this.bufferAlong = new double[lanes];
    this.gradientSquare = new double[lanes];
    this.leastCurvature = new double[lanes];
    this.cnc = new double[lanes];
    this.apag = new double[lanes];
    this.apcg = new double[lanes];
    this.grace = new double[lanes];
  }

  /** |g|^2. */
  double[] gradientSquare() {
    return gradientSquare;
  }

  /** The lowest eigenvalue of H. */
  double[] leastCurvature() {
    return leastCurvature;
  }

  /** E <m', v>^2. */
  double[] cnc() {
    return cnc;
  }

  /** <g, m' - G>/|g|^2. */
  double[] apag() {
    return apag;
  }

  /** E <g, M m'>/(eta max(M) |g|^2). */
  double[] apcg() {
    return apcg;
  }

  /** E (<g, G - m'>/eta + m'Hm'/2). */
  double[] grace() {
    return grace;
  }

  /** Looks at all lanes; what the methods above give is of the last look. */
  void look(Batch batch) {
    int n = batch.size();
    double[][] x = batch.state();
    fullGradient.at(batch, gradient);
    dynamics.buffer(x, batch.dimension(), n, buffer);
    basis.at(x, n);
    begin(n);
    for (int k = 0; k < gradient.length; k++) {
      project(k, n);
      spread(k, x, n);
      addMode(basis.value(k), n);
    }
    for (int i = 0; i < n; i++) {
      apag[i] /= gradientSquare[i];
      apcg[i] /= eta * gradientSquare[i];
    }
  }

  private static void addTo(double[] sum, double[] x, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i];
    }
  }

  private void begin(int n) {
    Arrays.fill(leastCurvature, 0, n, Double.POSITIVE_INFINITY);
    for (int k = 0; k < gradient.length; k++) {
      for (int i = 0; i < n; i++) {
        leastCurvature[i] = Math.min(leastCurvature[i], basis.value(k)[i]);
      }
    }
    for (double[] sum : new double[][] {gradientSquare, apag, apcg, grace}) {
      Arrays.fill(sum, 0, n, 0);
    }
  }

  /** Gradient and buffer along eigenvector k. */
  private void project(int k, int n) {
    Arrays.fill(gradientAlong, 0, n, 0);
    Arrays.fill(bufferAlong, 0, n, 0);
    for (int l = 0; l < gradient.length; l++) {
      double[] vector = basis.vector(k)[l];
      for (int i = 0; i < n; i++) {
        gradientAlong[i] += vector[i] * gradient[l][i];
        bufferAlong[i] += vector[i] * buffer[l][i];
      }
    }
  }

  /** Variance of the noise along eigenvector k. */
  private void spread(int k, double[][] x, int n) {
    Arrays.fill(variance, 0, n, 0);
    for (int l = 0; l < gradient.length; l++) {
      double[] vector = basis.vector(k)[l];
      for (int i = 0; i < n; i++) {
        variance[i] += deviation[l] * deviation[l] * (vector[i] * vector[i]);
      }
    }
    for (Scatter scatter : fullGradient.scatters()) {
      scatter.variance(x, basis.vector(k), n, more);
      addTo(variance, more, n);
    }
  }

  /** Adds what one eigenvector contributes. */
  private void addMode(double[] curvature, int n) {
    for (int i = 0; i < n; i++) {
      double g = gradientAlong[i];
      double m = bufferAlong[i];
      double next = beta * m + g;
      double square = next * next + variance[i];
      double factor = amplification.of(curvature[i], leastCurvature[i]);
      gradientSquare[i] += g * g;
      apag[i] += beta * (g * m);
      apcg[i] += factor * factor * (g * next);
      grace[i] += curvature[i] * square / 2 - beta * (g * m) / eta;
      if (curvature[i] == leastCurvature[i]) {
        cnc[i] = square;
      }
    }
  }
}
