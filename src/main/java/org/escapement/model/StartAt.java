package org.escapement.model;

import java.util.Optional;
import java.util.function.LongFunction;
import org.escapement.random.RandomKey;

/** All trajectories begin at the same position. */
public record StartAt(Vector at) implements Start {

  @Override
  public Optional<Vector> position(Objective objective) {
    return Optional.of(at);
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    double[] position = at.toArray();
    return trajectory -> position;
  }
}
