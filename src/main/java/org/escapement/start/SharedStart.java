package org.escapement.start;

import java.util.Optional;
import java.util.function.LongFunction;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.random.RandomKey;

/**
 * All trajectories of all cells begin where trajectory 0 of another start begins: at one draw of
 * it, such as one network's weights.
 */
public record SharedStart(
    @Parameter("Where a position is drawn from") Start of,
    @Parameter(value = "Seed of the draw", standard = "42") long seed)
    implements Start {

  @Override
  public boolean isFound() {
    return of.isFound();
  }

  @Override
  public Optional<Vector> position(Objective objective) {
    return Optional.of(Vector.of(of.places(objective, RandomKey.of(seed)).apply(0)));
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    return new StartAt(position(objective).orElseThrow()).places(objective, key);
  }
}
