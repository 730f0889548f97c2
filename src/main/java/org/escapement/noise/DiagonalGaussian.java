package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/** Independent normal coordinates of mean 0, each with a standard deviation of its own. */
public record DiagonalGaussian(
    @Parameter(value = "Standard deviation of each coordinate", range = "(0, inf)") Vector scales)
    implements Noise {

  /** Checks the ranges. */
  public DiagonalGaussian {
    Check.in("(0, inf)", scales, "scales");
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
    return Optional.of(scales);
  }

  @Override
  public boolean isNormal() {
    return true;
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    Check.dimension(dimension, scales.size(), "scales");
    return new IndependentKicks(draws::normal, scales.toArray(), lanes, firstSlot);
  }
}
