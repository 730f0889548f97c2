package org.escapement.theory;

/**
 * Expected sums along a Markov chain that is absorbed sooner or later: solves (I - K) u = r for the
 * matrix K >= 0 of the jumps between its states.
 *
 * <p>States are eliminated one by one as by Grassmann, Taksar, Heyman 1985 (Operations Research 33,
 * 1107): the probability of leaving a state is the sum of the ways out, never one minus the way
 * back. With r >= 0 nothing is ever subtracted, so u has nearly full relative accuracy (O'Cinneide
 * 1993, Numerische Mathematik 65, 109), however long the chain lives: I - K itself is as
 * ill-conditioned as the mean life is long. That every row of K and its absorption add up to 1 is
 * imposed; a discretisation's rounding of it becomes a harmless change of the time that the chain
 * rests in a state.
 */
final class AbsorbingChain {
  private final double[][] rows;
  private final int[] first;
  private final int[] last;
  private final double[] leaving;

  /**
   * Factorises; the arrays are taken over and changed.
   *
   * @param rows {@code rows[i][j - first[i]]} is the probability of a jump from i to j, for
   *     first[i] <= j <= last[i], which must contain i; all else is 0
   * @param first not decreasing
   * @param last not decreasing
   * @param absorbed the probability of absorption in one step from i
   */
  AbsorbingChain(double[][] rows, int[] first, int[] last, double[] absorbed) {
    this.rows = rows;
    this.first = first;
    this.last = last;
    this.leaving = absorbed;
    for (int s = rows.length - 1; s >= 0; s--) {
      eliminate(s);
    }
  }

  /** Lets the chain jump past state s: afterwards only states below s and absorption are left. */
  private void eliminate(int s) {
    double[] from = rows[s];
    int begin = first[s];
    int length = s - begin;
    double absorbed = leaving[s];
    double out = absorbed;
    for (int j = 0; j < length; j++) {
      out += from[j];
    }
    leaving[s] = out;
    for (int i = s - 1; i >= 0 && last[i] >= s; i--) {
      double share = rows[i][s - first[i]] / out;
      rows[i][s - first[i]] = share;
      if (share > 0) {
        addMultiple(share, from, length, rows[i], begin - first[i]);
        leaving[i] += share * absorbed;
      }
    }
  }

  private static void addMultiple(double factor, double[] from, int n, double[] to, int offset) {
    for (int j = 0; j < n; j++) {
      to[offset + j] += factor * from[j];
    }
  }

  /**
   * The expected sum of r over the states visited before absorption, the first included: {@code
   * u[i]} from state i.
   */
  double[] expectedSum(double[] r) {
    double[] u = r.clone();
    for (int s = rows.length - 1; s > 0; s--) {
      for (int i = s - 1; i >= 0 && last[i] >= s; i--) {
        u[i] += rows[i][s - first[i]] * u[s];
      }
    }
    for (int s = 0; s < rows.length; s++) {
      double sum = u[s];
      for (int j = first[s]; j < s; j++) {
        sum += rows[s][j - first[s]] * u[j];
      }
      u[s] = sum / leaving[s];
    }
    return u;
  }
}
