package org.escapement.random;

import java.util.List;

/** One way to draw numbers, so that tests can go through all. */
interface Law {
  void draw(
      Draws draws, long[] trajectories, long[] steps, int n, int slot, double[] even, double[] odd);

  static List<Law> some() {
    return List.of(
        Draws::uniform,
        Draws::normal,
        Draws::exponential,
        Draws::sign,
        Draws::laplace,
        student(0.5),
        student(3),
        stable(0.1),
        stable(0.5),
        stable(1),
        stable(1.5),
        stable(2),
        positiveStable(0.3),
        positiveStable(0.75));
  }

  static Law student(double freedom) {
    return (d, t, s, n, slot, even, odd) -> d.student(freedom, t, s, n, slot, even, odd);
  }

  static Law stable(double alpha) {
    return (d, t, s, n, slot, even, odd) -> d.stable(alpha, t, s, n, slot, even, odd);
  }

  static Law positiveStable(double gamma) {
    return (d, t, s, n, slot, even, odd) -> d.positiveStable(gamma, t, s, n, slot, even, odd);
  }

  /**
   * Numbers of {@code count} trajectories (from 0 on) at steps 0 and 1, drawn some lanes at a time.
   *
   * @return [0][i] of step 0 and [1][i] of step 1
   */
  static double[][] numbers(Law law, int lanes, int count, int slot) {
    Draws draws = new Draws(RandomKey.of(2026, "law"), lanes);
    double[][] out = new double[2][count];
    double[] even = new double[lanes];
    double[] odd = new double[lanes];
    long[] trajectories = new long[lanes];
    long[] steps = new long[lanes];
    for (int first = 0; first < count; first += lanes) {
      int n = Math.min(lanes, count - first);
      for (int i = 0; i < n; i++) {
        trajectories[i] = (long) first + i;
      }
      law.draw(draws, trajectories, steps, n, slot, even, odd);
      System.arraycopy(even, 0, out[0], first, n);
      System.arraycopy(odd, 0, out[1], first, n);
    }
    return out;
  }
}
