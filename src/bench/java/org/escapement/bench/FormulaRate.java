package org.escapement.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.escapement.kernel.Kernels;
import org.escapement.model.Objective;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.Expression;
import org.escapement.objective.MuellerBrown;
import org.escapement.objective.Rastrigin;

/**
 * Times the gradients of formulas against the same functions written in Java, and prints a line for
 * each: function, ns per lane of the formula and of the Java, and the formula's speed over the
 * Java's.
 *
 * <p>Both are timed in turn, in slices of some milliseconds of CPU time; the median of the faster
 * half counts for each, as other work on the machine only ever slows a slice down.
 */
final class FormulaRate {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int LANES = 256;
  private static final int BLOCKS = 20_000;

  /** The compiler shares the core with what it is to compile. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private static final int SLICES = 24;

  private static final String MUELLER_BROWN =
      "0.01*(-200*exp(-(x-1)^2 - 10*y^2) - 100*exp(-x^2 - 10*(y-0.5)^2)"
          + " - 170*exp(-6.5*(x+0.5)^2 + 11*(x+0.5)*(y-1.5) - 6.5*(y-1.5)^2)"
          + " + 15*exp(0.7*(x+1)^2 + 0.6*(x+1)*(y-1) + 0.7*(y-1)^2))";

  private FormulaRate() {}

  /** The formula of the README, as one would write it in Java. */
  record Waves() implements Objective {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public void value(double[][] x, int n, double[] out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void gradient(double[][] x, int n, double[][] out) {
      double[] u = x[0];
      double[] v = x[1];
      double[] gx = out[0];
      double[] gy = out[1];
      for (int i = 0; i < n; i++) {
        gx[i] = 5 / (2 * Math.PI) * u[i];
      }
      Kernels.best().sinCosTurns(gx, n, gy, gx);
      for (int i = 0; i < n; i++) {
        gx[i] = u[i] * u[i] * u[i] - u[i] + 0.5 * gx[i] * v[i];
        gy[i] = 0.1 * gy[i];
      }
    }
  }

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    System.err.println(Kernels.best().description() + ", JDK " + Runtime.version().feature());
    compare("double-well", "0.25*(x^2 - 1)^2", List.of("x"), new DoubleWell(0.25, 1));
    compare("rastrigin, d = 1", "x^2 + 10*(1 - cos(2*pi*x))", List.of("x"), new Rastrigin(1, 10));
    compare(
        "rastrigin, d = 2",
        "x^2 + 10*(1 - cos(2*pi*x)) + y^2 + 10*(1 - cos(2*pi*y))",
        List.of("x", "y"),
        new Rastrigin(2, 10));
    compare("mueller-brown", MUELLER_BROWN, List.of("x", "y"), new MuellerBrown(0.01));
    compare("waves", "x^4/4 - x^2/2 + 0.1*sin(5*x)*y", List.of("x", "y"), new Waves());
  }

  private static void compare(String name, String formula, List<String> variables, Objective java) {
    Objective written = new Expression(formula, variables);
    double[][] x = new double[variables.size()][LANES];
    SplittableRandom random = new SplittableRandom(20261121);
    for (double[] coordinate : x) {
      Arrays.setAll(coordinate, i -> random.nextDouble(-1.5, 1.5));
    }
    double[] ours = new double[SLICES];
    double[] theirs = new double[SLICES];
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (int k = 0; k < SLICES; k += System.nanoTime() > end ? 1 : 0) {
      ours[k] = nanos(written, x);
      theirs[k] = nanos(java, x);
    }
    Arrays.sort(ours);
    Arrays.sort(theirs);
    double formulas = ours[SLICES / 4];
    double javas = theirs[SLICES / 4];
    System.out.printf(
        Locale.ROOT, "%s\t%.3f\t%.3f\t%.2f%n", name, formulas, javas, javas / formulas);
  }

  /** Per lane, of the gradient. */
  private static double nanos(Objective objective, double[][] x) {
    double[][] out = new double[x.length][LANES];
    long begin = THREADS.getCurrentThreadCpuTime();
    for (int k = 0; k < BLOCKS; k++) {
      objective.gradient(x, LANES, out);
    }
    return (THREADS.getCurrentThreadCpuTime() - begin) / ((double) BLOCKS * LANES);
  }
}
