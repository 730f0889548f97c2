package org.escapement.domain;

import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Vector;

/** Stays within a distance from where all trajectories begin: a ball about the start. */
public record AroundStart(
    @Parameter(value = "Radius", unit = "length", range = "(0, inf)") double radius)
    implements Domain {

  /** Checks the range. */
  public AroundStart {
    Check.positive(radius, "radius");
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("out");
  }

  @Override
  public Domain from(Vector start) {
    return new Ball(start, radius);
  }

  @Override
  public Region start(Objective objective, int lanes) {
    throw new IllegalArgumentException(
        "around-start needs one start for all trajectories, not one for each");
  }
}
