package org.escapement.objective;

import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.SmoothingLaw;

/**
 * f_delta(x) = E f(x - delta u) itself, without anything random: in closed form where f knows it,
 * on the line by a quadrature otherwise.
 *
 * <p>Source: that of {@link Smoothed}.
 */
public record ExactlySmoothed(
    @Parameter("Objective f that is smoothed; a function itself, not seen through samples")
        Objective of,
    @Parameter(value = "Width delta of the smoothing", unit = "length", range = Smoothing.RANGE)
        double delta,
    @Parameter(
            value =
                "Law of u: gaussian (N(0, 1) in each coordinate), ball (uniform in the unit ball)"
                    + " or sphere",
            standard = "gaussian")
        String law)
    implements SmoothedObjective {

  /** Checks range and word, and that f_delta is known. */
  public ExactlySmoothed {
    if (!Smoothing.of(of, law, delta).isKnown()) {
      throw new IllegalArgumentException(
          "of must have a closed form under this law, or one dimension; smoothed draws samples of"
              + " any");
    }
  }

  @Override
  public int dimension() {
    return of.dimension();
  }

  @Override
  public double cost() {
    return mean().cost();
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
}
