package org.escapement.start;

import java.util.function.LongFunction;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.Vector;
import org.escapement.random.RandomKey;

/** Each trajectory begins somewhere in a box, every place as likely as any other. */
public record UniformStart(
    @Parameter(value = "Lower end; one number stands for all coordinates", unit = "length")
        Vector low,
    @Parameter(value = "Upper end; one number stands for all coordinates", unit = "length")
        Vector high)
    implements Start {

  /** Checks that the box has an inside. */
  public UniformStart {
    Check.finite(low, "low");
    Check.finite(high, "high");
    for (int k = 0; k < Math.max(low.size(), high.size()); k++) {
      if (!(of(low, k) < of(high, k))) {
        throw new IllegalArgumentException(
            "low must be below high, got %s and %s".formatted(of(low, k), of(high, k)));
      }
    }
  }

  private static double of(Vector end, int k) {
    return end.at(Math.min(k, end.size() - 1));
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    double[] from = Spread.over(objective, low, "low");
    double[] to = Spread.over(objective, high, "high");
    Addressed numbers = new Addressed(key);
    double[] position = new double[from.length];
    return trajectory -> {
      numbers.uniform(trajectory, position);
      for (int k = 0; k < position.length; k++) {
        position[k] = from[k] + (to[k] - from[k]) * position[k];
      }
      return position;
    };
  }
}
