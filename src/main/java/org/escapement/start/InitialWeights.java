package org.escapement.start;

import java.util.function.LongFunction;
import org.escapement.model.Check;
import org.escapement.model.Initialised;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.random.RandomKey;

/**
 * Each trajectory begins with random weights of its own, normal about zero with the deviations that
 * the objective asks for.
 */
public record InitialWeights(
    @Parameter(
            value = "Multiplies the deviation of every weight",
            range = "(0, inf)",
            standard = "1")
        double gain)
    implements Start {

  /** Checks the range. */
  public InitialWeights {
    Check.positive(gain, "gain");
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    if (!(objective instanceof Initialised initialised)) {
      throw new IllegalArgumentException(
          "start initial-weights needs an objective that knows how its weights begin, such as"
              + " network");
    }
    double[] deviations = initialised.initialDeviations().toArray();
    for (int k = 0; k < deviations.length; k++) {
      deviations[k] *= gain;
    }
    return NormalStart.scattered(new double[deviations.length], deviations, key);
  }
}
