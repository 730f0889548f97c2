package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The rotation-invariant alpha-stable law: E exp(i u.z) = exp(-|scale u|^alpha) with the Euclidean
 * norm.
 *
 * <p>z = scale sqrt(2T) g with g standard normal in R^d and T positive (alpha/2)-stable, E exp(-uT)
 * = exp(-u^(alpha/2)); T = 1 for alpha = 2. One T for all coordinates makes them dependent: the
 * same law as {@link Stable} on the line only. Source: G. Samorodnitsky and M. Taqqu, Stable
 * Non-Gaussian Random Processes, 1994, section 2.5.
 */
public record IsotropicStable(
    @Parameter(value = "Stable index: P(|z| > r) falls as r^-alpha for alpha < 2", range = "(0, 2]")
        double alpha,
    @Parameter(
            value = "Scale: the kick has E exp(i u.z) = exp(-|scale u|^alpha)",
            range = "(0, inf)")
        double scale)
    implements Noise {

  /** Checks the ranges. */
  public IsotropicStable {
    Check.in("(0, 2]", alpha, "alpha");
    Check.positive(scale, "scale");
  }

  @Override
  public double index() {
    return alpha;
  }

  @Override
  public int slots(int dimension) {
    return dimension + 1;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return alpha == 2
        ? Optional.of(Vector.filled(scale * Math.sqrt(2), dimension))
        : Optional.empty();
  }

  @Override
  public boolean isNormal() {
    return alpha == 2;
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    double deviation = scale * Math.sqrt(2);
    if (alpha == 2) {
      return new IndependentKicks(draws::normal, deviation, dimension, lanes, firstSlot + 1);
    }
    double[][] radius = new double[Draws.PHASES][lanes];
    IndependentKicks.Law law =
        (trajectories, steps, n, slot, out) -> {
          draws.normal(trajectories, steps, n, slot, out);
          for (int phase = 0; phase < Draws.PHASES; phase++) {
            Loops.scale(deviation, n, out[phase]);
            Loops.multiply(radius[phase], n, out[phase]);
          }
        };
    IndependentKicks kicks = new IndependentKicks(law, 1, dimension, lanes, firstSlot + 1);
    return new Subordinated(alpha / 2, draws, firstSlot, kicks, radius);
  }

  private static final class Subordinated implements Kicks {
    private final double gamma;
    private final Draws draws;
    private final int slot;

    /** Multiplies by the radius coordinate by coordinate, while the numbers are in the cache. */
    private final IndependentKicks kicks;

    /** Scratch, {@code [phase][i]}: sqrt(T). */
    private final double[][] radius;

    Subordinated(double gamma, Draws draws, int slot, IndependentKicks kicks, double[][] radius) {
      this.gamma = gamma;
      this.draws = draws;
      this.slot = slot;
      this.kicks = kicks;
      this.radius = radius;
    }

    @Override
    public void draw(Batch batch) {
      int n = batch.size();
      draws.positiveStable(gamma, batch.trajectories(), batch.steps(), n, slot, radius);
      for (double[] root : radius) {
        Loops.root(n, root);
      }
      kicks.draw(batch);
    }

    @Override
    public double[][] kicks(int phase, double[][] x, int n) {
      return kicks.drawn(phase);
    }
  }
}
