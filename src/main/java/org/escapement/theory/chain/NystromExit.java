package org.escapement.theory.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.theory.numeric.GaussRule;
import org.escapement.theory.numeric.PanelMesh;

/**
 * The exact exit of a walk from an interval: its Fredholm equation of the second kind by product
 * integration on panels that are halved until they resolve the solution, solved once more with
 * polynomials of higher degree.
 *
 * <p>The two solutions must agree to 1e-9 in every number, else there is no value. The error falls
 * exponentially with the degree, so the second solution is better than their difference. Where u is
 * known to be rough, for a kick that ends abruptly, panels end. A map that is not smooth makes it
 * rough elsewhere; that ends here, without a value.
 */
public final class NystromExit {
  /** Relative difference at which two solutions agree. */
  public static final double AGREEMENT = 1e-9;

  private static final int MOST_PANELS = 72;
  private static final int MOST_ROUNDS = 24;
  private static final double[] TOLERANCES = {1e-6, 1e-8, 1e-10};
  private static final GaussRule COARSE = new GaussRule(12);
  private static final GaussRule FINE = new GaussRule(16);
  private static final GaussRule FINEST = new GaussRule(20);

  private NystromExit() {}

  /** The exit of a walk from a bounded interval. */
  public static Optional<WalkExit> of(Walk walk, double start, long horizon) {
    return of(walk, new Stretch(walk.low(), walk.high()), start, horizon);
  }

  /**
   * The exit of a walk that lives on a part of its interval.
   *
   * @param stretch where it lives; the second solution checks that nothing changes when open ends
   *     are moved out
   * @param horizon steps after which one no longer looks
   */
  public static Optional<WalkExit> of(Walk walk, Stretch stretch, double start, long horizon) {
    for (double tolerance : TOLERANCES) {
      Optional<WalkExit> exit = of(walk, stretch, start, horizon, tolerance);
      if (exit.isPresent()) {
        return exit;
      }
    }
    return Optional.empty();
  }

  /**
   * The mean exit time, in steps, of a walk that has been inside for ever: 1 / (1 - lambda) for the
   * largest eigenvalue lambda of its jumps inside.
   */
  static OptionalDouble quasiStationary(Walk walk, Stretch stretch) {
    for (double tolerance : TOLERANCES) {
      Optional<double[]> edges = edges(walk, stretch, tolerance);
      if (edges.isEmpty()) {
        return OptionalDouble.empty();
      }
      PanelMesh first = new PanelMesh(edges.get(), COARSE);
      PanelMesh second = new PanelMesh(stretch.widened(edges.get(), walk), FINE);
      double coarse = new NystromChain(walk, first, FINE).quasiStationaryMean();
      double fine = new NystromChain(walk, second, FINEST).quasiStationaryMean();
      if (Math.abs(coarse - fine) <= AGREEMENT * fine) {
        return OptionalDouble.of(fine);
      }
    }
    return OptionalDouble.empty();
  }

  private static Optional<WalkExit> of(
      Walk walk, Stretch stretch, double start, long horizon, double tolerance) {
    Optional<double[]> found = edges(walk, stretch, tolerance);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    double[] edges = found.get();
    double[] wider = stretch.widened(edges, walk);
    WalkExit coarse =
        new NystromChain(walk, new PanelMesh(edges, COARSE), FINE).from(start, horizon);
    WalkExit fine = new NystromChain(walk, new PanelMesh(wider, FINE), FINEST).from(start, horizon);
    return coarse.distance(fine) <= AGREEMENT ? Optional.of(fine) : Optional.empty();
  }

  /** Halves panels until mean time and side are resolved; empty when that takes too many. */
  private static Optional<double[]> edges(Walk walk, Stretch stretch, double tolerance) {
    double narrow =
        Math.min(
            walk.kick().apply(stretch.low()).width(), walk.kick().apply(stretch.high()).width());
    List<Double> kinks = Kinks.between(stretch.low(), stretch.high(), walk);
    int most = MOST_PANELS + kinks.size();
    double[] edges = PanelMesh.graded(stretch.low(), stretch.high(), narrow, kinks);
    for (int round = 0; round < MOST_ROUNDS && edges.length <= most; round++) {
      PanelMesh mesh = new PanelMesh(edges, COARSE);
      NystromChain chain = new NystromChain(walk, mesh, FINE);
      double[] refined = mesh.refined(chain.meanFromNodes(), tolerance, 1);
      if (refined.length == edges.length) {
        return Optional.of(edges);
      }
      edges = refined;
    }
    return Optional.empty();
  }

  /**
   * A part of the line.
   *
   * @param low finite
   * @param high finite
   */
  public record Stretch(double low, double high) {
    private static final double SHARE = 0.1;

    /** One more panel at each end where the walk's interval goes on. */
    private double[] widened(double[] edges, Walk walk) {
      double more = SHARE * (high - low);
      double[] result = edges;
      if (walk.low() < low) {
        result = new double[edges.length + 1];
        System.arraycopy(edges, 0, result, 1, edges.length);
        result[0] = Math.max(walk.low(), low - more);
      }
      if (walk.high() > high) {
        result = Arrays.copyOf(result, result.length + 1);
        result[result.length - 1] = Math.min(walk.high(), high + more);
      }
      return result;
    }
  }
}
