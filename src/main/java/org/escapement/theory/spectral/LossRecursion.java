package org.escapement.theory.spectral;

/**
 * The mean loss of momentum SGD step by step: the diagonals of the second moments, E (w - w*)_k^2,
 * E (w - w*)_k v_k and E v_k^2, each times lambda_k, are c, j and p.
 *
 * <p>With a = alpha lambda_k, s = sum of all c and m = a^2 c - 2 beta a j + beta^2 p + gamma a^2
 * (tau1 s - tau2 c), they are next (1 - 2a) c + 2 beta j + m, beta j - a c + m and m.
 *
 * <p>Exact where the noise of the batches is spectrally expressible. A step takes O(d).
 */
public final class LossRecursion {
  private final double beta;
  private final double[] a;

  /** {@code [k]}: gamma tau1 a^2, times the modes of the group. */
  private final double[] kick;

  /** gamma tau2. */
  private final double lessened;

  private final double[] c;
  private final double[] j;
  private final double[] p;
  private long step;

  /** Starts at step 0, at rest. */
  public LossRecursion(SpectralProblem problem, Step step) {
    SpectralModes spectrum = problem.modes();
    int size = spectrum.size();
    this.beta = step.beta();
    this.lessened = problem.noise().gamma() * problem.noise().tau2();
    this.a = new double[size];
    this.kick = new double[size];
    this.c = new double[size];
    this.j = new double[size];
    this.p = new double[size];
    for (int k = 0; k < size; k++) {
      a[k] = step.alpha() * spectrum.eigenvalue(k);
      kick[k] = problem.noise().gamma() * problem.noise().tau1() * a[k] * a[k] * spectrum.count(k);
      c[k] = spectrum.signal(k);
    }
  }

  /** E L at increasing steps. */
  public static double[] losses(SpectralProblem problem, Step step, long[] steps) {
    LossRecursion recursion = new LossRecursion(problem, step);
    double[] losses = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      recursion.advanceTo(steps[i]);
      losses[i] = recursion.loss();
    }
    return losses;
  }

  /** E L after one number of steps. */
  public static double loss(SpectralProblem problem, Step step, long at) {
    return losses(problem, step, new long[] {at})[0];
  }

  /** Steps on until so many have been made. */
  public void advanceTo(long target) {
    while (step < target) {
      advance(sum());
      step++;
    }
  }

  /** E L now. */
  public double loss() {
    return sum() / 2;
  }

  private double sum() {
    double sum = 0;
    for (double one : c) {
      sum += one;
    }
    return sum;
  }

  private void advance(double s) {
    for (int k = 0; k < c.length; k++) {
      double ak = a[k];
      double ck = c[k];
      double jk = j[k];
      double square = ak * ak * ck;
      double m =
          square - 2 * beta * ak * jk + beta * beta * p[k] + (kick[k] * s - lessened * square);
      c[k] = (1 - 2 * ak) * ck + 2 * beta * jk + m;
      j[k] = beta * jk - ak * ck + m;
      p[k] = m;
    }
  }
}
