package org.escapement.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.escapement.domain.Ball;
import org.escapement.domain.Box;
import org.escapement.domain.Complement;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Intersection;
import org.escapement.domain.Interval;
import org.escapement.domain.Slab;
import org.escapement.domain.WholeSpace;
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
 * Looks after each step, at a boundary that is moved inwards by the {@link BoundaryShift}: so the
 * steps leave it on average when the diffusion between them leaves the boundary itself. Where
 * coordinates jump independently the shift depends on the direction in which the boundary faces.
 *
 * <p>Source: Gobet and Menozzi 2010, Stochastic Processes and their Applications 120, 130, for
 * normal increments. The error of a mean exit time is of the order of the step.
 */
public record Shifted() implements Monitoring {
  private static final String NAME = "shifted";

  /** The domains whose faces are across the axes. */
  private static final Set<Class<?>> FLAT = Set.of(Interval.class, Slab.class, Box.class);

  /** The shift of every boundary on the line, or of any boundary where directions are alike. */
  public static double shift(Noise noise, Dynamics dynamics) {
    return BoundaryShift.of(scaled(Increments.of(NAME, noise, dynamics), 1));
  }

  @Override
  public Watch start(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain, Draws draws, int lanes) {
    Increments increments = Increments.of(NAME, noise, dynamics);
    if (!hasDistance(domain)) {
      throw new IllegalArgumentException(
          NAME + " needs a domain whose margin is the distance to its boundary");
    }
    Region region = domain.start(objective, lanes);
    double alongAxis = BoundaryShift.of(scaled(increments, 1));
    boolean alike =
        objective.dimension() == 1
            || FLAT.contains(domain.getClass())
            || increments.parts().stream().noneMatch(Increments.Part::alongAxes);
    return alike
        ? new Looks(region, alongAxis)
        : new FacingLooks(region, facing(increments, domain, objective.dimension()));
  }

  /** Whether the margin is the distance to the boundary. */
  private static boolean hasDistance(Domain domain) {
    if (domain instanceof Complement complement) {
      return hasDistance(complement.of());
    }
    if (domain instanceof Intersection intersection) {
      return intersection.of().stream().allMatch(Shifted::hasDistance);
    }
    return FLAT.contains(domain.getClass())
        || domain instanceof HalfSpace
        || domain instanceof Ball
        || domain instanceof WholeSpace;
  }

  /**
   * The increments along a direction.
   *
   * @param spread (sum_k |n_k|^alpha)^(1/alpha) of the direction n
   */
  private static List<BoundaryShift.Part> scaled(Increments increments, double spread) {
    List<BoundaryShift.Part> parts = new ArrayList<>();
    for (Increments.Part part : increments.parts()) {
      double factor = part.alongAxes() ? spread : 1;
      parts.add(new BoundaryShift.Part(part.alpha(), part.scale() * factor));
    }
    return parts;
  }

  private static Facing facing(Increments increments, Domain domain, int dimension) {
    double[] indices =
        increments.parts().stream()
            .filter(Increments.Part::alongAxes)
            .mapToDouble(Increments.Part::alpha)
            .distinct()
            .toArray();
    boolean known = domain instanceof Ball || domain instanceof HalfSpace;
    if (indices.length > 1 || !known) {
      throw new IllegalArgumentException(
          NAME
              + " with independent stable coordinates is for a ball, half-space, slab or box and one"
              + " alpha");
    }
    return Facing.of(
        domain, indices[0], dimension, spread -> BoundaryShift.of(scaled(increments, spread)));
  }

  /** The same shift everywhere. */
  private record Looks(Region region, double shift) implements Watch {
    @Override
    public void draw(Batch batch) {}

    @Override
    public void margin(Batch batch, int phase, double[] out) {
      int n = batch.size();
      region.margin(batch.state(), n, out);
      for (int i = 0; i < n; i++) {
        out[i] -= shift;
      }
    }

    @Override
    public int side(Batch batch, int lane) {
      return region.side(batch.state(), lane);
    }
  }

  /** Only lanes nearer than the largest shift need to know theirs. */
  private record FacingLooks(Region region, Facing facing) implements Watch {
    @Override
    public void draw(Batch batch) {}

    @Override
    public void margin(Batch batch, int phase, double[] out) {
      int n = batch.size();
      double[][] x = batch.state();
      region.margin(x, n, out);
      double largest = facing.largest();
      for (int i = 0; i < n; i++) {
        if (out[i] <= largest) {
          out[i] -= facing.shift(x, i);
        }
      }
    }

    @Override
    public int side(Batch batch, int lane) {
      return region.side(batch.state(), lane);
    }
  }
}
