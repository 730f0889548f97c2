package org.escapement.objective;

import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.data.PlantedTarget;
import org.escapement.data.Spectrum;
import org.escapement.model.Batched;
import org.escapement.model.Check;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * f(x) = 1/2 E (a.x - y)^2 less its least value, with fresh inputs a ~ N(0, diag(lambda)) and
 * labels y = a.w + s e, e ~ N(0, 1): linear regression on a stream of data. f(x) = 1/2 sum_k
 * lambda_k (x_k - w_k)^2, with lambda_k w_k^2 = A k^(-kappa - 1).
 *
 * <p>Optimisers see 1/b sum_j a_j (a_j.x - y_j) over the b samples of a step. That noise multiplies
 * x - w, so that the stationary law of SGD has power tails (Kesten).
 *
 * <p>Sources: M. Gurbuzbalaban, U. Simsekli, L. Zhu, The heavy-tail phenomenon in SGD, ICML 2021,
 * whose truth w is the origin; M. Velikanov, D. Kuznedelev, D. Yarotsky, A view of mini-batch SGD
 * via generating functions, ICLR 2023, whose labels have no noise.
 */
public record LinearRegression(
    @Parameter("Eigenvalues lambda_k of E aa', the variances of the input coordinates")
        Spectrum spectrum,
    @Parameter(value = "Samples b a step", range = "[1, 1024]", standard = "1") int batch,
    @Parameter(
            value = "Standard deviation s of the labels about a.w",
            range = "[0, inf)",
            standard = "1")
        double labelNoise,
    @Parameter(
            value = "Exponent kappa: tail sums of the target fall as k^-kappa",
            range = "(-16, 16)",
            standard = "1.5")
        double targetExponent,
    @Parameter(
            value =
                "Size A, with lambda_k w_k^2 = A k^(-kappa - 1); 0 where the truth is the origin",
            range = "[0, inf)",
            standard = "0")
        double targetScale)
    implements SampledObjective, ConstantHessian, Batched {

  /** Random numbers a step; those of four steps and 256 lanes then take 128 MiB. */
  private static final int LARGEST_DRAW = 16_384;

  /** Checks the ranges. */
  public LinearRegression {
    Check.in("[1, 1024]", batch, "batch");
    Check.notNegative(labelNoise, "label-noise");
    new PlantedTarget(targetExponent, targetScale);
    if (batch * (spectrum.modes() + 1) > LARGEST_DRAW) {
      throw new IllegalArgumentException(
          "batch of %d samples with %d numbers each is too large: more than %d numbers a step"
              .formatted(batch, spectrum.modes() + 1, LARGEST_DRAW));
    }
  }

  @Override
  public OptionalDouble batchSize() {
    return OptionalDouble.of(batch);
  }

  @Override
  public int dimension() {
    return spectrum.modes();
  }

  /** w, the minimiser. */
  public Vector solution() {
    return Vector.of(new PlantedTarget(targetExponent, targetScale).solution(spectrum));
  }

  /** Each number of a fresh row is drawn, which costs as much as a coordinate-step. */
  @Override
  public double cost() {
    return dimension() * (1.0 + batch);
  }

  @Override
  public Optional<Vector> knownSolution() {
    return Optional.of(solution());
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    return new RegressionSamples(this, draws, lanes);
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] lambda = spectrum.values();
    Vector w = solution();
    Loops.fill(0, n, out);
    for (int k = 0; k < lambda.length; k++) {
      for (int i = 0; i < n; i++) {
        double apart = x[k][i] - w.at(k);
        out[i] += 0.5 * lambda[k] * (apart * apart);
      }
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] lambda = spectrum.values();
    Vector w = solution();
    for (int k = 0; k < lambda.length; k++) {
      for (int i = 0; i < n; i++) {
        out[k][i] = lambda[k] * (x[k][i] - w.at(k));
      }
    }
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    double[] lambda = spectrum.values();
    for (int k = 0; k < lambda.length; k++) {
      Loops.scale(lambda[k], v[k], n, out[k]);
    }
  }
}
