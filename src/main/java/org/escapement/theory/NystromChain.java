package org.escapement.theory;

/**
 * A walk discretised by Nystroem's method: its mean exit time u solves u(x) = 1 + Int_D f(y -
 * map(x)) u(y) dy with f the density of the kick, and so do its other expectations with another
 * right-hand side; the integral becomes a sum over Gauss-Legendre nodes.
 */
final class NystromChain {
  private final Walk walk;
  private final Panels panels;
  private final double[][] rows;
  private final int[] first;
  private final int[] last;
  private final double[] below;
  private final double[] above;
  private final AbsorbingChain chain;

  /**
   * Discretises the part of the walk's interval where the walk lives.
   *
   * @param panels nodes inside the walk's interval
   */
  NystromChain(Walk walk, Panels panels) {
    int n = panels.size();
    this.walk = walk;
    this.panels = panels;
    this.rows = new double[n][];
    this.first = new int[n];
    this.last = new int[n];
    this.below = new double[n];
    this.above = new double[n];
    band();
    double[] absorbed = new double[n];
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      double centre = walk.map().applyAsDouble(panels.node()[i]);
      rows[i] = row(centre, first[i], last[i]);
      below[i] = outBelow(centre);
      above[i] = outAbove(centre);
      absorbed[i] = below[i] + above[i];
      restIn(i, absorbed[i]);
      copy[i] = rows[i].clone();
    }
    this.chain = new AbsorbingChain(copy, first, last, absorbed);
  }

  /** Which columns of a row can be other than 0, widened so that both ends never decrease. */
  private void band() {
    int n = panels.size();
    double reach = walk.kick().reach();
    for (int i = 0; i < n; i++) {
      double centre = walk.map().applyAsDouble(panels.node()[i]);
      first[i] = Math.min(i, firstFrom(centre - reach));
      last[i] = Math.max(i, firstFrom(centre + reach) - 1);
    }
    for (int i = n - 2; i >= 0; i--) {
      first[i] = Math.min(first[i], first[i + 1]);
    }
    for (int i = 1; i < n; i++) {
      last[i] = Math.max(last[i], last[i - 1]);
    }
  }

  private int firstFrom(double x) {
    int found = java.util.Arrays.binarySearch(panels.node(), x);
    return found >= 0 ? found : -found - 1;
  }

  /** P(jump to node j) for from <= j <= to. */
  private double[] row(double centre, int from, int to) {
    double[] row = new double[to - from + 1];
    for (int j = from; j <= to; j++) {
      row[j - from] = walk.kick().density(panels.node()[j] - centre) * panels.weight()[j];
    }
    return row;
  }

  /** Sets the probability of staying at node i so that the row and its absorption add up to 1. */
  private void restIn(int i, double absorbed) {
    int self = i - first[i];
    rows[i][self] = 0;
    double away = absorbed;
    for (double p : rows[i]) {
      away += p;
    }
    rows[i][self] = 1 - away;
  }

  private double outBelow(double centre) {
    return walk.low() > Double.NEGATIVE_INFINITY ? walk.kick().upperTail(centre - walk.low()) : 0;
  }

  private double outAbove(double centre) {
    return walk.high() < Double.POSITIVE_INFINITY ? walk.kick().upperTail(walk.high() - centre) : 0;
  }

  /** What is asked, for a start that need not be a node. */
  WalkExit from(double start, long horizon) {
    double[] one = new double[rows.length];
    java.util.Arrays.fill(one, 1);
    double[] mean = chain.expectedSum(one);
    double[] twice = new double[rows.length];
    for (int i = 0; i < twice.length; i++) {
      twice[i] = 2 * mean[i] - 1;
    }
    double[] second = chain.expectedSum(twice);
    double[] shareBelow = chain.expectedSum(below);
    double[] shareAbove = chain.expectedSum(above);
    FirstJump jump = new FirstJump(start);
    double u = 1 + jump.mean(mean);
    ChainPower power = new ChainPower(chain, this::times, horizon - 1);
    double low = jump.below() + jump.mean(shareBelow);
    double high = jump.above() + jump.mean(shareAbove);
    return new WalkExit(
        u,
        2 * u - 1 + jump.mean(second),
        low,
        u - jump.mean(power.of(mean)),
        low - jump.mean(power.of(shareBelow)),
        high - jump.mean(power.of(shareAbove)));
  }

  /** (K v)_i: the mean of v after one jump from node i. */
  private double[] times(double[] v) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      double sum = 0;
      for (int j = first[i]; j <= last[i]; j++) {
        sum += rows[i][j - first[i]] * v[j];
      }
      product[i] = sum;
    }
    return product;
  }

  /** The first jump, made exactly to have total probability 1. */
  private final class FirstJump {
    private final double[] to;
    private final double below;
    private final double above;

    FirstJump(double start) {
      double centre = walk.map().applyAsDouble(start);
      double[] row = row(centre, 0, panels.size() - 1);
      double total = outBelow(centre) + outAbove(centre);
      for (double p : row) {
        total += p;
      }
      for (int j = 0; j < row.length; j++) {
        row[j] /= total;
      }
      to = row;
      below = outBelow(centre) / total;
      above = outAbove(centre) / total;
    }

    double mean(double[] v) {
      double sum = 0;
      for (int j = 0; j < to.length; j++) {
        sum += to[j] * v[j];
      }
      return sum;
    }

    double below() {
      return below;
    }

    double above() {
      return above;
    }
  }
}
