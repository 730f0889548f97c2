package org.escapement.objective;

import java.util.Optional;
import org.escapement.kernel.Kernels;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;

/**
 * f(x) = sum_k x_k^2 + A (1 - cos 2 pi x_k), A the amplitude: a bowl with a minimum near every
 * point of integer coordinates; f = 0 at the origin is the deepest.
 *
 * <p>Source: L. A. Rastrigin, Systems of Extremal Control, Nauka, 1974, for d = 2; in any dimension
 * H. Muehlenbein et al., The parallel genetic algorithm as function optimizer, Parallel Computing
 * 17, 1991, with A = 10.
 */
public record Rastrigin(
    @Parameter(value = "Number of coordinates", range = "[1, 65536]") int dimension,
    @Parameter(value = "Amplitude A of the waves", unit = "f", range = "[0, inf)", standard = "10")
        double amplitude)
    implements Separable, Smoothable {

  /** Checks the ranges. */
  public Rastrigin {
    Check.in("[1, 65536]", dimension, "dimension");
    Check.notNegative(amplitude, "amplitude");
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] sin = new double[n];
    double[] cos = new double[n];
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, sin, cos);
      addValue(x[k], cos, n, out);
    }
  }

  private void addValue(double[] x, double[] cos, int n, double[] out) {
    double a = amplitude;
    for (int i = 0; i < n; i++) {
      out[i] += x[i] * x[i] + a * (1 - cos[i]);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] cos = new double[n];
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, out[k], cos);
      slope(x[k], n, out[k]);
    }
  }

  /** Turns the sine in {@code out} into the slope. */
  private void slope(double[] x, int n, double[] out) {
    double a = 2 * Math.PI * amplitude;
    for (int i = 0; i < n; i++) {
      out[i] = 2 * x[i] + a * out[i];
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    double[] sin = new double[n];
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, sin, out[k]);
      bend(n, out[k]);
    }
  }

  /** Turns the cosine in {@code out} into the curvature. */
  private void bend(int n, double[] out) {
    double a = 4 * Math.PI * Math.PI * amplitude;
    for (int i = 0; i < n; i++) {
      out[i] = 2 + a * out[i];
    }
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    double q = law.cosine(2 * Math.PI * delta, dimension);
    double shift = delta * delta * law.moment(1, dimension);
    return Optional.of(new SmoothedRastrigin(dimension, amplitude, q, shift));
  }
}
