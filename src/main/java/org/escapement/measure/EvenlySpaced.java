package org.escapement.measure;

import java.util.stream.IntStream;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/** At so many steps, evenly spaced, the last of them the horizon. */
public record EvenlySpaced(@Parameter(value = "How many", range = "[1, 1000000]") int points)
    implements When {

  /** Checks the range. */
  public EvenlySpaced {
    Check.in("[1, 1000000]", points, "points");
  }

  @Override
  public long[] steps(long horizon) {
    return IntStream.rangeClosed(1, points)
        .mapToLong(k -> Math.max(1, Math.round((double) k / points * horizon)))
        .distinct()
        .toArray();
  }
}
