package org.escapement.theory.numeric;

/**
 * Expected sums along a Markov chain that is absorbed sooner or later: solves (I - K) u = r for the
 * matrix K of the jumps between its states.
 *
 * <p>States are eliminated one by one as by Grassmann, Taksar, Heyman 1985 (Operations Research 33,
 * 1107): the probability of leaving a state is the sum of the ways out, never one minus the way
 * back. I - K is as ill-conditioned as the mean life is long, but the result is not: for K, r >= 0
 * nothing is ever subtracted and u has nearly full relative accuracy (O'Cinneide 1993, Numerische
 * Mathematik 65, 109). That every row of K and its absorption add up to 1 is imposed; rounding of
 * it becomes a harmless change of the time that the chain rests in a state.
 */
public final class AbsorbingChain {
  private final double[][] jumps;
  private final double[] leaving;

  /**
   * Factorises; the arrays are taken over and changed.
   *
   * @param jumps {@code jumps[i][j]} is the probability of a jump from i to j; the diagonal is not
   *     read
   * @param absorbed {@code absorbed[i]} is the probability of absorption in one step from i
   */
  public AbsorbingChain(double[][] jumps, double[] absorbed) {
    this.jumps = jumps;
    this.leaving = absorbed;
    for (int s = jumps.length - 1; s > 0; s--) {
      eliminate(s);
    }
  }

  /** Lets the chain jump past state s: afterwards only states below s and absorption are left. */
  private void eliminate(int s) {
    double[] from = jumps[s];
    double absorbed = leaving[s];
    double out = absorbed;
    for (int j = 0; j < s; j++) {
      out += from[j];
    }
    leaving[s] = out;
    for (int i = 0; i < s; i++) {
      double share = jumps[i][s] / out;
      jumps[i][s] = share;
      if (share != 0) {
        addMultiple(share, from, s, jumps[i]);
        leaving[i] += share * absorbed;
      }
    }
  }

  private static void addMultiple(double factor, double[] from, int n, double[] to) {
    for (int j = 0; j < n; j++) {
      to[j] += factor * from[j];
    }
  }

  /**
   * The expected sum of r over the states visited before absorption, the first included: {@code
   * u[i]} from state i.
   */
  public double[] expectedSum(double[] r) {
    double[] u = r.clone();
    for (int i = jumps.length - 1; i >= 0; i--) {
      for (int s = jumps.length - 1; s > i; s--) {
        u[i] += jumps[i][s] * u[s];
      }
    }
    for (int s = 0; s < jumps.length; s++) {
      double sum = u[s];
      for (int j = 0; j < s; j++) {
        sum += jumps[s][j] * u[j];
      }
      u[s] = sum / leaving[s];
    }
    return u;
  }
}
