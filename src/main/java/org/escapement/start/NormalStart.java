package org.escapement.start;

import java.util.function.LongFunction;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.Vector;
import org.escapement.random.RandomKey;

/** Each trajectory begins at a normal distance from a center, independent along each axis. */
public record NormalStart(
    @Parameter(
            value = "Center; one number stands for all coordinates",
            unit = "length",
            standard = "0")
        Vector center,
    @Parameter(
            value = "Standard deviation of each coordinate; one number stands for all",
            unit = "length",
            range = "[0, inf)")
        Vector deviation)
    implements Start {

  /** Checks the ranges. */
  public NormalStart {
    Check.finite(center, "center");
    for (int k = 0; k < deviation.size(); k++) {
      Check.notNegative(deviation.at(k), "deviation");
    }
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    double[] middle = Spread.over(objective, center, "center");
    return scattered(middle, Spread.over(objective, deviation, "deviation"), key);
  }

  /** Normal positions about a middle. */
  static LongFunction<double[]> scattered(double[] middle, double[] deviation, RandomKey key) {
    Addressed numbers = new Addressed(key);
    double[] position = new double[middle.length];
    return trajectory -> {
      numbers.normal(trajectory, position);
      for (int k = 0; k < position.length; k++) {
        position[k] = middle[k] + deviation[k] * position[k];
      }
      return position;
    };
  }
}
