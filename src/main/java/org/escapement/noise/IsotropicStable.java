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
    IndependentKicks normal =
        new IndependentKicks(draws::normal, scale * Math.sqrt(2), dimension, lanes, firstSlot + 1);
    return alpha == 2
        ? normal
        : new Subordinated(alpha / 2, draws, firstSlot, normal, new double[Draws.PHASES][lanes]);
  }

  private static final class Subordinated implements Kicks {
    private final double gamma;
    private final Draws draws;
    private final int slot;
    private final IndependentKicks normal;

    /** Scratch, {@code [phase][i]}: sqrt(T). */
    private final double[][] radius;

    Subordinated(double gamma, Draws draws, int slot, IndependentKicks normal, double[][] radius) {
      this.gamma = gamma;
      this.draws = draws;
      this.slot = slot;
      this.normal = normal;
      this.radius = radius;
    }

    @Override
    public void draw(Batch batch) {
      int n = batch.size();
      normal.draw(batch);
      draws.positiveStable(gamma, batch.trajectories(), batch.steps(), n, slot, radius);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        Loops.root(n, radius[phase]);
        for (double[] coordinate : normal.drawn(phase)) {
          Loops.multiply(radius[phase], n, coordinate);
        }
      }
    }

    @Override
    public double[][] kicks(int phase, double[][] x, int n) {
      return normal.drawn(phase);
    }
  }
}
