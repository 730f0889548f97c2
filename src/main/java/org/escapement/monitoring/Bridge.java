package org.escapement.monitoring;

import org.escapement.kernel.Kernels;
import org.escapement.model.Batch;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Region;
import org.escapement.model.Watch;
import org.escapement.random.Draws;

/**
 * Asks also whether the Brownian bridge between the two ends of a step has crossed the boundary:
 * with both ends at distances m and m' inside it has with probability exp(-2 m m' / variance), for
 * each side apart, as if the boundary were flat.
 *
 * <p>An exit is dated in the middle of the step in which it happened. Source: P. Baldi 1995, Annals
 * of Probability 23, 1644; E. Gobet 2000, Stochastic Processes and their Applications 87, 167. The
 * error of a mean exit time is of the order of the step.
 */
public record Bridge() implements Monitoring {
  /** The last of all slots, which no noise reaches. */
  static final int SLOT = (1 << 23) - 1;

  private static final String NAME = "bridge";

  @Override
  public double lag() {
    return 0.5;
  }

  @Override
  public Watch start(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain, Draws draws, int lanes) {
    Increments increments = Increments.of(NAME, noise, dynamics);
    if (!increments.isNormal()) {
      throw new IllegalArgumentException(NAME + " is for gaussian noise alone");
    }
    Region[] walls =
        Walls.of(domain, objective.dimension(), NAME).stream()
            .map(wall -> wall.start(objective, lanes))
            .toArray(Region[]::new);
    return new Crossing(walls, -2 / increments.variance(), draws, lanes);
  }

  private static final class Crossing implements Watch {
    private final Region[] walls;

    /** -2 over the variance of a step. */
    private final double exponent;

    private final Draws draws;

    /** Uniform numbers {@code [phase][i]}. */
    private final double[][] uniform;

    /** {@code [wall][i]}: how far inside before the step, and after it. */
    private final double[][] before;

    private final double[][] after;

    /** {@code [wall][i]}: the probability that no wall up to this one was crossed. */
    private final double[][] uncrossed;

    private final Kernels kernels = Kernels.best();
    private int phase;

    Crossing(Region[] walls, double exponent, Draws draws, int lanes) {
      this.walls = walls;
      this.exponent = exponent;
      this.draws = draws;
      this.uniform = new double[Draws.PHASES][lanes];
      this.before = new double[walls.length][lanes];
      this.after = new double[walls.length][lanes];
      this.uncrossed = new double[walls.length][lanes];
    }

    @Override
    public void draw(Batch batch) {
      draws.uniform(batch.trajectories(), batch.steps(), batch.size(), SLOT, uniform);
      for (int w = 0; w < walls.length; w++) {
        walls[w].margin(batch.state(), batch.size(), after[w]);
      }
    }

    @Override
    public void margin(Batch batch, int step, double[] out) {
      int n = batch.size();
      phase = step;
      java.util.Arrays.fill(out, 0, n, Double.POSITIVE_INFINITY);
      for (int w = 0; w < walls.length; w++) {
        double[] old = after[w];
        after[w] = before[w];
        before[w] = old;
        walls[w].margin(batch.state(), n, after[w]);
        exponents(exponent, n, old, after[w], uncrossed[w]);
        kernels.exp(uncrossed[w], n, uncrossed[w]);
        complement(n, uncrossed[w]);
        narrow(n, after[w], out);
        if (w > 0) {
          multiply(n, uncrossed[w - 1], uncrossed[w]);
        }
      }
      if (walls.length > 0) {
        excess(n, uniform[step], uncrossed[walls.length - 1], out);
      }
    }

    private static void exponents(double factor, int n, double[] m, double[] next, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = factor * (m[i] * next[i]);
      }
    }

    private static void complement(int n, double[] p) {
      for (int i = 0; i < n; i++) {
        p[i] = 1 - p[i];
      }
    }

    private static void narrow(int n, double[] margin, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(out[i], margin[i]);
      }
    }

    private static void multiply(int n, double[] factor, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] *= factor[i];
      }
    }

    /** Crossed where the uniform number is at least the probability that it was not. */
    private static void excess(int n, double[] u, double[] uncrossed, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(out[i], uncrossed[i] - u[i]);
      }
    }

    /** The wall farthest behind the lane, or, where it is inside, the first that was crossed. */
    @Override
    public int side(Batch batch, int lane) {
      int side = 0;
      for (int w = 1; w < walls.length; w++) {
        if (after[w][lane] < after[side][lane]) {
          side = w;
        }
      }
      if (!(after[side][lane] > 0)) {
        return side;
      }
      side = 0;
      while (side + 1 < walls.length && uncrossed[side][lane] > uniform[phase][lane]) {
        side++;
      }
      return side;
    }
  }
}
