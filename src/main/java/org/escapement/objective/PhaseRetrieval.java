package org.escapement.objective;

import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;
import org.escapement.model.Planted;
import org.escapement.model.SampledObjective;
import org.escapement.model.Scattered;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * f(w) = 1/n sum_i ((a_i.w)^2 - y_i)^2 with y_i = (a_i.w*)^2: find w* up to its sign from n squared
 * projections. Rows a_i ~ N(0, I) and w* ~ N(0, I/d) are those of an instance.
 *
 * <p>Optimisers see samples drawn with replacement, each trajectory and step its own. For many
 * samples the origin is a maximum, with curvature -12 |w*|^2 along w* and -4 |w*|^2 across.
 *
 * <p>Source: J.-K. Wang, C.-H. Lin, J. Abernethy, Escaping saddle points faster with stochastic
 * momentum, ICLR 2020, equation (4), with d = 10 and n = 200.
 */
public record PhaseRetrieval(
    @Parameter(value = "Number of coordinates d", range = "[1, 1024]", standard = "10")
        int dimension,
    @Parameter(value = "Number n of projections", range = "[1, 16384]", standard = "200")
        int samples,
    @Parameter(
            value = "Samples a step; from n on the whole sum, without anything random",
            range = "[1, 16384]",
            standard = "1")
        int batch,
    @Parameter(value = "Number of the data set", range = "[0, 1000000000]", standard = "0")
        int instance)
    implements SampledObjective, Curved, Planted, Scattered {

  /** Checks the ranges. */
  public PhaseRetrieval {
    Check.in("[1, 1024]", dimension, "dimension");
    Check.in("[1, 16384]", samples, "samples");
    Check.in("[1, 16384]", batch, "batch");
    Check.in("[0, 1000000000]", instance, "instance");
  }

  private PhaseData data() {
    return PhaseData.of(dimension, samples, instance);
  }

  @Override
  public Vector solution() {
    return data().solution();
  }

  @Override
  public boolean isExact() {
    return batch >= samples;
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    return isExact() ? new WholeSum(this) : new PhaseSamples(data(), batch, draws, lanes);
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    PhaseData data = data();
    double[] projection = new double[n];
    Loops.fill(0, n, out);
    for (int sample = 0; sample < samples; sample++) {
      data.project(sample, x, n, projection);
      addMisfit(data.targets()[sample], projection, n, out);
    }
    Loops.scale(1.0 / samples, out, n, out);
  }

  private static void addMisfit(double target, double[] projection, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double misfit = projection[i] * projection[i] - target;
      out[i] += misfit * misfit;
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    PhaseData data = data();
    double[] factor = new double[n];
    clear(n, out);
    for (int sample = 0; sample < samples; sample++) {
      data.project(sample, x, n, factor);
      slope(4.0 / samples, data.targets()[sample], n, factor);
      data.addRow(sample, factor, n, out);
    }
  }

  private void clear(int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      Loops.fill(0, n, out[k]);
    }
  }

  /** Turns the projections p into scale (p^2 - y) p. */
  private static void slope(double scale, double target, int n, double[] p) {
    for (int i = 0; i < n; i++) {
      double q = p[i];
      p[i] = scale * (q * q - target) * q;
    }
  }

  @Override
  public Scatter scatter(int coordinates, int lanes, Draws draws, int firstSlot) {
    return new PhaseScatter(this, data(), lanes);
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    PhaseData data = data();
    double[] projection = new double[n];
    double[] factor = new double[n];
    clear(n, out);
    for (int sample = 0; sample < samples; sample++) {
      data.project(sample, x, n, projection);
      data.project(sample, v, n, factor);
      bend(4.0 / samples, data.targets()[sample], projection, n, factor);
      data.addRow(sample, factor, n, out);
    }
  }

  /** Multiplies the projections of v by scale (3 p^2 - y), p those of x. */
  private static void bend(double scale, double target, double[] p, int n, double[] factor) {
    for (int i = 0; i < n; i++) {
      factor[i] *= scale * (3 * (p[i] * p[i]) - target);
    }
  }
}
