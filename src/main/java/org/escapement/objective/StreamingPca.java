package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The first principal component of a stream, by Oja's gradient without renormalisation: each step
 * sees a new X and the gradient -(I - v v')X X'v. Axes are the principal axes: X_k = sqrt(lambda_k)
 * times an independent number of mean 0 and variance 1.
 *
 * <p>The mean of the sampled gradients is -(Sigma v - (v'Sigma v) v) with Sigma = diag(lambda). Off
 * the unit sphere this field is the gradient of no function. On the sphere it is that of the value
 * given here, f(v) = (max_k lambda_k - v'Sigma v / |v|^2)/2: half the variance that the direction
 * of v misses, 0 at the optimum.
 *
 * <p>Source: Z. Liu, S. Chen, E. Zhou, T. Zhao, A diffusion approximation theory of momentum SGD in
 * nonconvex optimization, Stochastic Systems 2021, arXiv 1802.05155.
 */
public record StreamingPca(
    @Parameter(
            value = "Variance lambda_k of the stream along each axis",
            unit = "length^2",
            range = "(0, inf)")
        Vector spectrum,
    @Parameter(
            value = "Law of the stream's coordinates: gaussian, rademacher or uniform",
            standard = "gaussian")
        String stream)
    implements SampledObjective {

  /** Checks range and word. */
  public StreamingPca {
    Check.in("(0, inf)", spectrum, "spectrum");
    StreamLaw.of(stream);
  }

  @Override
  public int dimension() {
    return spectrum.size();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double largest = largest();
    for (int i = 0; i < n; i++) {
      double variance = 0;
      double square = 0;
      for (int k = 0; k < dimension(); k++) {
        variance += spectrum.at(k) * (x[k][i] * x[k][i]);
        square += x[k][i] * x[k][i];
      }
      out[i] = 0.5 * (largest - variance / square);
    }
  }

  private double largest() {
    double largest = 0;
    for (int k = 0; k < dimension(); k++) {
      largest = Math.max(largest, spectrum.at(k));
    }
    return largest;
  }

  /** v'Sigma v stands in the last array until that is filled. */
  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    int last = dimension() - 1;
    Loops.fill(0, n, out[last]);
    for (int k = 0; k <= last; k++) {
      Loops.addSquare(spectrum.at(k), x[k], n, out[last]);
    }
    for (int k = 0; k <= last; k++) {
      pull(out[last], spectrum.at(k), x[k], n, out[k]);
    }
  }

  private static void pull(double[] variance, double lambda, double[] v, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = (variance[i] - lambda) * v[i];
    }
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    return new Stream(this, StreamLaw.of(stream), draws, lanes);
  }

  /** With s = X'v the gradient is s (s v - X). */
  private static final class Stream implements Samples {
    private final StreamLaw law;
    private final Draws draws;

    /** Factor of what is drawn, for each axis. */
    private final double[] scale;

    /** {@code [k][phase][i]}. */
    private final double[][][] drawn;

    /** Scratch: X'v of each lane. */
    private final double[] projection;

    Stream(StreamingPca pca, StreamLaw law, Draws draws, int lanes) {
      this.law = law;
      this.draws = draws;
      this.scale = new double[pca.dimension()];
      for (int k = 0; k < scale.length; k++) {
        scale[k] = Math.sqrt(pca.spectrum.at(k)) * law.scale();
      }
      this.drawn = new double[scale.length][Draws.PHASES][lanes];
      this.projection = new double[lanes];
    }

    @Override
    public void draw(Batch batch) {
      for (int k = 0; k < drawn.length; k++) {
        law.draw(draws, batch, FIRST_SLOT + k, drawn[k]);
      }
    }

    @Override
    public void gradient(double[][] x, int n, int phase, double[][] out) {
      Loops.fill(0, n, projection);
      for (int k = 0; k < scale.length; k++) {
        project(scale[k], drawn[k][phase], x[k], n, projection);
      }
      for (int k = 0; k < scale.length; k++) {
        reject(scale[k], drawn[k][phase], x[k], projection, n, out[k]);
      }
    }

    private static void project(double scale, double[] z, double[] v, int n, double[] s) {
      for (int i = 0; i < n; i++) {
        s[i] += scale * z[i] * v[i];
      }
    }

    private static void reject(
        double scale, double[] z, double[] v, double[] s, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = s[i] * (s[i] * v[i] - scale * z[i]);
      }
    }
  }
}
