package org.escapement.measure;

import java.util.stream.IntStream;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/** At so many steps from 1 to the horizon, each a constant factor after the one before. */
public record GeometricallySpaced(
    @Parameter(value = "How many; fewer where two fall on one step", range = "[2, 1000000]")
        int points)
    implements When {

  /** Checks the range. */
  public GeometricallySpaced {
    Check.in("[2, 1000000]", points, "points");
  }

  @Override
  public long[] steps(long horizon) {
    double decades = StrictMath.log(horizon);
    return IntStream.range(0, points)
        .mapToLong(k -> Math.round(StrictMath.exp(decades * k / (points - 1))))
        .map(step -> Math.min(Math.max(step, 1), horizon))
        .distinct()
        .toArray();
  }
}
