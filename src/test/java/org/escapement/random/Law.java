package org.escapement.random;

import java.util.List;

/** One way to draw numbers, so that tests can go through all. */
interface Law {
  void draw(Draws draws, long[] trajectories, long[] steps, int n, int slot, double[][] out);

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
    return (d, t, s, n, slot, out) -> d.student(freedom, t, s, n, slot, out);
  }

  static Law stable(double alpha) {
    return (d, t, s, n, slot, out) -> d.stable(alpha, t, s, n, slot, out);
  }

  static Law positiveStable(double gamma) {
    return (d, t, s, n, slot, out) -> d.positiveStable(gamma, t, s, n, slot, out);
  }

  /**
   * Numbers of {@code count} trajectories (from 0 on) at the steps of one draw, drawn some lanes at
   * a time.
   *
   * @return [phase][i]
   */
  static double[][] numbers(Law law, int lanes, int count, int slot) {
    Draws draws = new Draws(RandomKey.of(2026, "law"), lanes);
    double[][] all = new double[Draws.PHASES][count];
    double[][] out = new double[Draws.PHASES][lanes];
    long[] trajectories = new long[lanes];
    long[] steps = new long[lanes];
    for (int first = 0; first < count; first += lanes) {
      int n = Math.min(lanes, count - first);
      for (int i = 0; i < n; i++) {
        trajectories[i] = (long) first + i;
      }
      law.draw(draws, trajectories, steps, n, slot, out);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        System.arraycopy(out[phase], 0, all[phase], first, n);
      }
    }
    return all;
  }
}
