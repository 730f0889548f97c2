package org.escapement.objective;

import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.random.Draws;

/**
 * f(x) = 1/2 E (a.x - y)^2 less its least value, with fresh inputs a ~ N(0, sigma^2 I) and labels y
 * ~ N(0, s^2) that do not depend on them: linear regression on a stream of data, whose truth is the
 * origin. f(x) = sigma^2/2 |x|^2.
 *
 * <p>Optimisers see 1/b sum_j a_j (a_j.x - y_j) over the b samples of a step. That noise multiplies
 * x, so that the stationary law of SGD has power tails (Kesten).
 *
 * <p>Source: M. Gurbuzbalaban, U. Simsekli, L. Zhu, The heavy-tail phenomenon in SGD, ICML 2021.
 */
public record LinearRegression(
    @Parameter(value = "Number of coordinates d", range = "[1, 1024]", standard = "1")
        int dimension,
    @Parameter(value = "Samples b a step", range = "[1, 1024]", standard = "1") int batch,
    @Parameter(
            value = "Standard deviation sigma of each input coordinate",
            range = "(0, inf)",
            standard = "1")
        double inputScale,
    @Parameter(value = "Standard deviation s of the labels", range = "[0, inf)", standard = "1")
        double labelNoise)
    implements SampledObjective, Curved {

  /** Random numbers a step; those of four steps and 256 lanes then take 128 MiB. */
  private static final int LARGEST_DRAW = 16_384;

  /** Checks the ranges. */
  public LinearRegression {
    Check.in("[1, 1024]", dimension, "dimension");
    Check.in("[1, 1024]", batch, "batch");
    Check.positive(inputScale, "input-scale");
    Check.notNegative(labelNoise, "label-noise");
    if (batch * (dimension + 1) > LARGEST_DRAW) {
      throw new IllegalArgumentException(
          "batch of %d samples with %d numbers each is too large: more than %d numbers a step"
              .formatted(batch, dimension + 1, LARGEST_DRAW));
    }
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    return new RegressionSamples(this, draws, lanes);
  }

  private double curvature() {
    return inputScale * inputScale;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension; k++) {
      Loops.addSquare(0.5 * curvature(), x[k], n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    hessianTimes(x, x, n, out);
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      Loops.scale(curvature(), v[k], n, out[k]);
    }
  }
}
