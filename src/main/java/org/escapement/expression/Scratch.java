package org.escapement.expression;

import java.util.List;

/**
 * What one thread works with: arrays, and the formula that it met last. Objectives are shared by
 * all threads and have no place for them; making arrays for every block costs more than some
 * formulas.
 */
final class Scratch {
  /** Longer rows, which no simulation has, are not kept. */
  private static final int LONGEST_KEPT = 4096;

  private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

  private final double[][] single = new double[1][];
  private double[][] rows = new double[0][0];
  private Met last = new Met("", List.of(), List.of());

  /** A formula with the very objects it was asked for by; a list of none or one. */
  private record Met(String text, List<String> variables, List<Formula> formula) {}

  /** That of the running thread. */
  static Scratch ofThread() {
    return OF_THREAD.get();
  }

  /** Rows of at least n numbers, at least so many. */
  double[][] rows(int count, int n) {
    if (rows.length >= count && rows[0].length >= n) {
      return rows;
    }
    double[][] made = new double[Math.max(count, rows.length)][n];
    if (n <= LONGEST_KEPT) {
      rows = made;
    }
    return made;
  }

  /** An array as the only one of several. */
  double[][] single(double[] array) {
    single[0] = array;
    return single;
  }

  /** The formula of these very objects, looked up if they are not those of the last time. */
  Formula formula(String text, List<String> variables) {
    if (last.text != text || last.variables != variables) {
      last = new Met(text, variables, List.of(Formula.of(text, variables)));
    }
    return last.formula.get(0);
  }
}
