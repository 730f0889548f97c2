package org.escapement.theory.chain;

import java.util.Arrays;
import org.escapement.theory.kick.KickLaw;
import org.escapement.theory.numeric.AbsorbingChain;
import org.escapement.theory.numeric.ChainPower;
import org.escapement.theory.numeric.GaussRule;
import org.escapement.theory.numeric.PanelMesh;

/**
 * A walk discretised on a mesh: its mean exit time u solves u(x) = 1 + Int_D density(y - map(x))
 * u(y) dy, and so do its other expectations with another right-hand side; u becomes a polynomial on
 * each panel, the equation holds at the nodes.
 */
final class NystromChain {
  private static final int MOST_ITERATIONS = 500;
  private static final double SETTLED = 1e-13;

  private final Walk walk;
  private final KickIntegrals integrals;
  private final double[][] jumps;
  private final double[] below;
  private final double[] above;
  private final AbsorbingChain chain;

  /**
   * Discretises the part of the walk's interval where the walk lives.
   *
   * @param mesh inside the walk's interval
   * @param fine the rule for single integrals, of higher order than the mesh's
   */
  NystromChain(Walk walk, PanelMesh mesh, GaussRule fine) {
    int n = mesh.nodes();
    this.walk = walk;
    this.integrals = new KickIntegrals(mesh, fine);
    this.jumps = new double[n][];
    this.below = new double[n];
    this.above = new double[n];
    double[] absorbed = new double[n];
    double[][] copy = new double[n][];
    for (int i = 0; i < n; i++) {
      double centre = walk.map().applyAsDouble(mesh.node(i));
      KickLaw kick = walk.kick().apply(mesh.node(i));
      jumps[i] = integrals.row(kick, centre);
      below[i] = outBelow(kick, centre);
      above[i] = outAbove(kick, centre);
      absorbed[i] = below[i] + above[i];
      jumps[i][i] = 0;
      jumps[i][i] = 1 - absorbed[i] - sum(jumps[i]);
      copy[i] = jumps[i].clone();
    }
    this.chain = new AbsorbingChain(copy, absorbed);
  }

  private double outBelow(KickLaw kick, double centre) {
    return walk.low() > Double.NEGATIVE_INFINITY ? kick.upperTail(centre - walk.low()) : 0;
  }

  private double outAbove(KickLaw kick, double centre) {
    return walk.high() < Double.POSITIVE_INFINITY ? kick.upperTail(walk.high() - centre) : 0;
  }

  /** E N from each node. */
  double[] meanFromNodes() {
    double[] one = new double[jumps.length];
    Arrays.fill(one, 1);
    return chain.expectedSum(one);
  }

  /** P(out below) from each node. */
  double[] shareBelowFromNodes() {
    return chain.expectedSum(below);
  }

  /**
   * E N from the law that the chain has inside after a long time: the largest eigenvalue of (I -
   * K)^-1, by the power method; NaN when a second one is too near.
   */
  double quasiStationaryMean() {
    double[] v = meanFromNodes();
    double before = Double.NaN;
    for (int k = 0; k < MOST_ITERATIONS; k++) {
      double size = sum(v);
      double[] unit = Arrays.stream(v).map(x -> x / size).toArray();
      v = chain.expectedSum(unit);
      double mean = sum(v);
      if (Math.abs(mean - before) <= SETTLED * mean) {
        return mean;
      }
      before = mean;
    }
    return Double.NaN;
  }

  /** What is asked, for a start that need not be a node. */
  WalkExit from(double start, long horizon) {
    double[] mean = meanFromNodes();
    double[] twice = Arrays.stream(mean).map(u -> 2 * u - 1).toArray();
    double[] second = chain.expectedSum(twice);
    double[] shareBelow = shareBelowFromNodes();
    double[] shareAbove = chain.expectedSum(above);
    double centre = walk.map().applyAsDouble(start);
    KickLaw kick = walk.kick().apply(start);
    double[] jump = integrals.row(kick, centre);
    double low = outBelow(kick, centre);
    double high = outAbove(kick, centre);
    double total = low + high + sum(jump);
    for (int j = 0; j < jump.length; j++) {
      jump[j] /= total;
    }
    ChainPower power = new ChainPower(chain, this::step, horizon - 1);
    double u = 1 + dot(jump, mean);
    low = low / total + dot(jump, shareBelow);
    high = high / total + dot(jump, shareAbove);
    return new WalkExit(
        u,
        2 * u - 1 + dot(jump, second),
        low,
        u - dot(jump, power.of(mean)),
        low - dot(jump, power.of(shareBelow)),
        high - dot(jump, power.of(shareAbove)));
  }

  /** (K v)_i: the mean of v after one jump from node i. */
  private double[] step(double[] v) {
    double[] product = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      product[i] = dot(jumps[i], v);
    }
    return product;
  }

  private static double sum(double[] v) {
    double sum = 0;
    for (double x : v) {
      sum += x;
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
