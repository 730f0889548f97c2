package org.escapement.objective;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.model.SmoothedGradient;
import org.escapement.model.SmoothingLaw;
import org.escapement.random.Draws;

/**
 * f_delta(x) = E f(x - delta u), seen through Monte Carlo: each step sees the mean of grad f(x -
 * delta u_j) over n fresh u_j. Its variance is that of one sample over n.
 *
 * <p>The value and the gradient given here are those of f_delta: see {@link
 * SmoothedObjective#mean}.
 *
 * <p>Laws of u that are not centred would shift f, and laws without variance have no f_delta: under
 * Cauchy's, the mean of x^2 is infinite, and what a sample of it shows is the sample's own. There
 * are none of either.
 *
 * <p>Source: E. Hazan, K. Y. Levy, S. Shalev-Shwartz, On graduated optimization for stochastic
 * non-convex problems, ICML 2016, definition 4.1, where u is in the ball; N. Sato, H. Iiduka, whose
 * u is normal.
 */
public record Smoothed(
    @Parameter("Objective f that is smoothed; a function itself, not seen through samples")
        Objective of,
    @Parameter(value = "Width delta of the smoothing", unit = "length", range = Smoothing.RANGE)
        double delta,
    @Parameter(
            value =
                "Law of u: gaussian (N(0, 1) in each coordinate), ball (uniform in the unit ball)"
                    + " or sphere",
            standard = "gaussian")
        String law,
    @Parameter(value = "Points n a step", range = "[1, 65536]", standard = "1") int samples)
    implements SampledObjective, SmoothedObjective {

  /** Checks ranges and word. */
  public Smoothed {
    Smoothing.of(of, law, delta);
    Check.in("[1, 65536]", samples, "samples");
    SmoothedGradient.slots(SmoothingLaw.of(law), of.dimension(), samples);
  }

  @Override
  public int dimension() {
    return of.dimension();
  }

  /** Each point is drawn, which costs as much as a coordinate-step. */
  @Override
  public double cost() {
    return samples * (of.cost() + dimension());
  }

  @Override
  public boolean isExact() {
    return delta == 0;
  }

  @Override
  public Objective mean() {
    return new Smoothing(of, SmoothingLaw.of(law), delta).mean();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    mean().value(x, n, out);
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    mean().gradient(x, n, out);
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    double[] same = new double[lanes];
    Arrays.fill(same, delta);
    return new Around(
        new SmoothedGradient(of, SmoothingLaw.of(law), samples, draws, lanes, FIRST_SLOT), same);
  }

  /** The same delta for every lane. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Around(SmoothedGradient points, double[] same) implements Samples {

    @Override
    public void draw(Batch batch) {
      points.draw(batch);
    }

    @Override
    public void gradient(double[][] x, int n, int phase, double[][] out) {
      points.at(x, n, phase, same, out);
    }
  }
}
