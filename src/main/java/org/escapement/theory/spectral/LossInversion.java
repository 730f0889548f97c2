package org.escapement.theory.spectral;

import org.hipparchus.complex.Complex;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.SinCos;

/**
 * The mean loss after many steps at the cost of few: from its generating function along a Talbot
 * contour about the singularities of L(e^-p) (J. Abate, P. P. Valko, Int. J. Numer. Methods Eng.
 * 60, 2004: "fixed Talbot").
 *
 * <p>With M nodes, q = 2M/5t, theta_k = k pi/M, p_k = q theta_k (cot theta_k + i) and sigma_k =
 * theta_k + (theta_k cot theta_k - 1) cot theta_k it is L_t = q/M (F(q) e^(qt) / 2 +
 * sum_(k=1)^(M-1) Re(e^(t p_k) F(p_k) (1 + i sigma_k))), where F(p) = L(r e^-p) is divided by r^t:
 * r is the first singularity, so that the contour begins about it and exponential growth and decay
 * lose no digits.
 *
 * <p>Singularities at the modulus of beta are outside the contour: what is left of them after t
 * steps is beta^t. The recursion takes over until this is below 1e-9 of the loss, and for less than
 * 30 steps.
 */
public final class LossInversion {
  /** Steps below which a contour is no gain. */
  private static final int FEWEST = 30;

  private static final double NEGLIGIBLE = -20; // e^-20 = 2e-9

  /** Nodes of the answer, and of the coarser one that tells its error. */
  private static final int NODES = 20;

  private static final int FEWER_NODES = 16;

  private final SpectralProblem problem;
  private final Step step;
  private final GeneratingFunctions functions;

  /** ln r. */
  private final double logSingularity;

  /**
   * A loss and the bound of its error.
   *
   * @param value the loss
   * @param error absolute; 0 means rounding only
   */
  public record Approximation(double value, double error) {}

  /** Of a problem at a step. */
  public LossInversion(SpectralProblem problem, Step step) {
    this.problem = problem;
    this.step = step;
    this.functions = problem.generating(step);
    this.logSingularity = -FastMath.log(Growth.of(problem, step).factor());
  }

  /** Whether the contour serves for so many steps, or the recursion has to. */
  public boolean reaches(long t) {
    return t >= FEWEST && t * (FastMath.log(Math.abs(step.beta())) + logSingularity) < NEGLIGIBLE;
  }

  /** E L after t steps. */
  public Approximation at(long t) {
    if (!reaches(t)) {
      return new Approximation(LossRecursion.loss(problem, step, t), 0);
    }
    double value = talbot(t, NODES);
    return new Approximation(value, Math.abs(value - talbot(t, FEWER_NODES)));
  }

  /** d ln L / d ln t, by the difference between t (1 + h) and t / (1 + h). */
  public double localExponent(long t) {
    long later = Math.round(t * 1.02);
    long sooner = Math.round(t / 1.02);
    return FastMath.log(at(later).value() / at(sooner).value())
        / FastMath.log((double) later / sooner);
  }

  private double talbot(long t, int nodes) {
    double qt = 0.4 * nodes;
    double sum = 0.5 * FastMath.exp(qt) * transform(new Complex(qt / t)).getReal();
    for (int k = 1; k < nodes; k++) {
      double theta = k * Math.PI / nodes;
      SinCos both = FastMath.sinCos(theta);
      double cot = both.cos() / both.sin();
      Complex tp = new Complex(qt * theta * cot, qt * theta);
      Complex weight = new Complex(1, theta + (theta * cot - 1) * cot);
      sum += tp.exp().multiply(weight).multiply(transform(tp.divide(t))).getReal();
    }
    return qt / t / nodes * sum * FastMath.exp(-t * logSingularity);
  }

  /** F(p). */
  private Complex transform(Complex p) {
    Complex logZ = p.negate().add(logSingularity);
    return functions.loss(logZ.exp(), expm1(logZ).negate());
  }

  /** e^w - 1 to all digits of its modulus; what the library says of complex numbers is wrong. */
  private static Complex expm1(Complex w) {
    double x = w.getReal();
    SinCos half = FastMath.sinCos(w.getImaginary() / 2);
    double cosLess1 = -2 * half.sin() * half.sin();
    double sin = 2 * half.sin() * half.cos();
    return new Complex(FastMath.expm1(x) + FastMath.exp(x) * cosLess1, FastMath.exp(x) * sin);
  }
}
