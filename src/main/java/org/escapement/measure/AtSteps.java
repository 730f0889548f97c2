package org.escapement.measure;

import java.util.stream.LongStream;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;

/** At the given steps. */
public record AtSteps(
    @Parameter(value = "The steps, whole numbers", unit = "steps", range = "[1, 1e15]")
        Vector steps)
    implements When {

  /** Checks that they are whole numbers. */
  public AtSteps {
    Check.in("[1, 1e15]", steps, "steps");
    for (int k = 0; k < steps.size(); k++) {
      if (steps.at(k) != Math.rint(steps.at(k))) {
        throw new IllegalArgumentException("steps must be whole numbers, got " + steps.at(k));
      }
    }
  }

  @Override
  public long[] steps(long horizon) {
    long[] sorted =
        LongStream.range(0, steps.size())
            .map(k -> (long) steps.at((int) k))
            .sorted()
            .distinct()
            .toArray();
    long last = sorted[sorted.length - 1];
    if (last > horizon) {
      throw new IllegalArgumentException(
          "step " + last + " lies beyond the horizon, " + horizon + " steps");
    }
    return sorted;
  }
}
