package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/** Independent coordinates, each +scale or -scale with probability 1/2. */
public record Rademacher(
    @Parameter(
            value = "Size, which is also the standard deviation, of each coordinate",
            range = "(0, inf)")
        double scale)
    implements Noise {

  /** Checks the ranges. */
  public Rademacher {
    Check.positive(scale, "scale");
  }

  @Override
  public double index() {
    return 2;
  }

  @Override
  public int slots(int dimension) {
    return dimension;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return Optional.of(Vector.filled(scale, dimension));
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new IndependentKicks(draws::sign, scale, dimension, lanes, firstSlot);
  }
}
