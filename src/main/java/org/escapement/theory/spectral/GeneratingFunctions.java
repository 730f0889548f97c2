package org.escapement.theory.spectral;

import org.hipparchus.complex.Complex;

/**
 * The generating function of the mean loss, L(z) = sum_t E L_t z^t = 1/2 V(z) / (1 - z U(z)), where
 * V is that of the signal propagator and U that of the noise propagator: L_t = V_t/2 + sum_(s < t)
 * U_(t-1-s) L_s.
 *
 * <p>With a = alpha lambda_k and
 *
 * <p>S_k(z) = (1 - beta z)(1 - ((1 + beta - a)^2 - 2 beta) z + beta^2 z^2) + gamma tau2 a^2 z (1 +
 * beta z)
 *
 * <p>they are U = gamma tau1 sum_k a^2 (1 + beta z) / S_k and V = sum_k c_k(0) ((1 - beta z)(1 -
 * beta^2 z) + 2 beta a z) / S_k. (Velikanov, Kuznedelev, Yarotsky 2023, section 4 and their code.)
 *
 * <p>S_k is evaluated as p0(z) + a p1(z) + a^2 p2(z) with p0 = (1 - beta z)(1 - z)(1 - beta^2 z),
 * p1 = 2 (1 + beta) z (1 - beta z), p2 = z (gamma tau2 (1 + beta z) - (1 - beta z)), which loses no
 * digits where a is small and z near 1.
 */
public final class GeneratingFunctions {
  /** A loss that falls faster per step is of no interest. */
  private static final double LEAST_GROWTH = 1e-6;

  private final Step step;

  /** gamma tau1 and gamma tau2. */
  private final double kick;

  private final double lessened;

  /** {@code [k]}: alpha lambda_k, the signal and the number of modes. */
  private final double[] a;

  private final double[] signal;
  private final double[] count;

  GeneratingFunctions(SpectralProblem problem, Step step) {
    SpectralModes spectrum = problem.modes();
    this.step = step;
    this.kick = problem.noise().gamma() * problem.noise().tau1();
    this.lessened = problem.noise().gamma() * problem.noise().tau2();
    this.a = new double[spectrum.size()];
    this.signal = new double[a.length];
    this.count = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      a[k] = step.alpha() * spectrum.eigenvalue(k);
      signal[k] = spectrum.signal(k);
      count[k] = spectrum.count(k);
    }
  }

  /** U(z). */
  public double noise(double z) {
    Denominator s = new Denominator(z, step.beta(), lessened);
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += count[k] * a[k] * a[k] / s.at(a[k]);
    }
    return kick * (1 + step.beta() * z) * sum;
  }

  /** V(z). */
  public double signal(double z) {
    double beta = step.beta();
    Denominator s = new Denominator(z, beta, lessened);
    double constant = (1 - beta * z) * (1 - beta * beta * z);
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += signal[k] * (constant + 2 * beta * a[k] * z) / s.at(a[k]);
    }
    return sum;
  }

  /** Whether all S_k(z) are positive, as they must be left of the first singularity of U and V. */
  boolean isPositive(double z) {
    Denominator s = new Denominator(z, step.beta(), lessened);
    boolean positive = true;
    for (double one : a) {
      positive &= s.at(one) > 0;
    }
    return positive;
  }

  /** d/dz (z U(z)). */
  double noiseSlope(double z) {
    double beta = step.beta();
    Denominator s = new Denominator(z, beta, lessened);
    double numerator = z * (1 + beta * z);
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      double at = s.at(a[k]);
      double slope = (1 + 2 * beta * z) / at - numerator * s.slope(a[k]) / (at * at);
      sum += count[k] * a[k] * a[k] * slope;
    }
    return kick * sum;
  }

  /**
   * The largest squared modulus of a mode's factor per step without noise: of the roots of x^2 - (1
   * + beta - a) x + beta = 0. Not less than {@link #LEAST_GROWTH}.
   */
  double noiselessGrowth() {
    double beta = step.beta();
    double largest = LEAST_GROWTH;
    for (double one : a) {
      double sum = Math.abs(1 + beta - one);
      double discriminant = sum * sum - 4 * beta;
      double root = (sum + Math.sqrt(Math.max(0, discriminant))) / 2;
      largest = Math.max(largest, discriminant < 0 ? beta : root * root);
    }
    return largest;
  }

  /** L(z), where 1 - z is given too, to all its digits. */
  public Complex loss(Complex z, Complex oneLessZ) {
    double beta = step.beta();
    Complex less = z.multiply(-beta).add(1);
    Complex more = z.multiply(beta).add(1);
    Complex q0 = less.multiply(z.multiply(-beta * beta).add(1));
    Complex p0 = q0.multiply(oneLessZ);
    Complex p1 = z.multiply(less).multiply(2 * (1 + beta));
    Complex p2 = z.multiply(more.multiply(lessened).subtract(less));
    double[] sums = sums(p0, p1, p2);
    Complex u = more.multiply(kick).multiply(new Complex(sums[0], sums[1]));
    Complex v =
        q0.multiply(new Complex(sums[2], sums[3]))
            .add(z.multiply(2 * beta).multiply(new Complex(sums[4], sums[5])));
    return v.divide(u.multiply(z).negate().add(1)).multiply(0.5);
  }

  /** Real and imaginary parts of the sums of a^2/S, c/S and ac/S. */
  private double[] sums(Complex p0, Complex p1, Complex p2) {
    double[] sums = new double[6];
    double x0 = p0.getReal();
    double x1 = p1.getReal();
    double x2 = p2.getReal();
    double y0 = p0.getImaginary();
    double y1 = p1.getImaginary();
    double y2 = p2.getImaginary();
    for (int k = 0; k < a.length; k++) {
      double ak = a[k];
      double x = x0 + ak * (x1 + ak * x2);
      double y = y0 + ak * (y1 + ak * y2);
      double square = x * x + y * y;
      double re = x / square;
      double im = -y / square;
      double weight = count[k] * ak * ak;
      sums[0] += weight * re;
      sums[1] += weight * im;
      sums[2] += signal[k] * re;
      sums[3] += signal[k] * im;
      sums[4] += ak * signal[k] * re;
      sums[5] += ak * signal[k] * im;
    }
    return sums;
  }

  /** S(z) as a polynomial in a, and its derivative by z. */
  private record Denominator(
      double p0, double p1, double p2, double slope0, double slope1, double slope2) {

    Denominator(double z, double beta, double lessened) {
      this(
          (1 - beta * z) * (1 - z) * (1 - beta * beta * z),
          2 * (1 + beta) * z * (1 - beta * z),
          z * (lessened * (1 + beta * z) - (1 - beta * z)),
          -beta * (1 - z) * (1 - beta * beta * z)
              - (1 - beta * z) * (1 - beta * beta * z)
              - beta * beta * (1 - beta * z) * (1 - z),
          2 * (1 + beta) * (1 - 2 * beta * z),
          lessened * (1 + 2 * beta * z) - (1 - 2 * beta * z));
    }

    double at(double a) {
      return p0 + a * (p1 + a * p2);
    }

    double slope(double a) {
      return slope0 + a * (slope1 + a * slope2);
    }
  }
}
