package org.escapement.objective;

import org.escapement.model.Objective;
import org.escapement.model.SmoothingLaw;

/** An objective that is another one, smoothed: f_delta(x) = E f(x - delta u). */
public interface SmoothedObjective extends Objective {

  /** f. */
  Objective of();

  double delta();

  /** The word of the law of u. */
  String law();

  /**
   * f_delta: in closed form where f knows it; else on the line by a quadrature, in more dimensions
   * by the mean over {@value SmoothingPoints#COUNT} points fixed once for all. Its gradient is that
   * of its value in each case.
   *
   * <p>The quadrature is right to 1e-6 of their height for waves cos(k x) with k delta up to 45;
   * faster ones it may leave in part or whole as they are, where their true mean is 0 or nearly so.
   */
  Objective mean();

  /** f smoothed by another width, made anew at each call. */
  default Objective withWidth(double width) {
    return new Smoothing(of(), SmoothingLaw.of(law()), width).make();
  }

  /**
   * {@code out[i]}: the standard deviation of one sample f(x_i - delta u), by the quadrature or the
   * fixed points; that of a mean of n samples is smaller by sqrt(n).
   */
  default void deviation(double[][] x, int n, double[] out) {
    SmoothingPoints.mean(of(), SmoothingLaw.of(law()), delta()).deviation(x, n, out);
  }
}
