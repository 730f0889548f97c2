package org.escapement.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.escapement.measure.ExitTime;
import org.escapement.measure.Measure;
import org.escapement.measure.Measurement;
import org.escapement.random.RandomKey;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;

/**
 * One point of the sweep.
 *
 * @param number its place in the sweep, from 0
 * @param key hash of its complete experiment, the seed and the version of the digits: 16 hex digits
 * @param axes the swept values in the order of {@link Study#axes}: String, Long or Double
 * @param measures what is measured beside exits
 * @param randomKey of its random numbers
 */
public record Cell(
    int number,
    String key,
    List<Object> axes,
    Experiment experiment,
    List<Measure<?>> measures,
    RandomKey randomKey)
    implements Serializable {

  /** Whether something is measured that stands among the moments. */
  boolean measuresMoments() {
    return measures.stream()
        .anyMatch(measure -> !(measure instanceof ExitTime || measure.hasOwnTable()));
  }

  /** The loss at step 0, if it is finite and the same of all trajectories. */
  public OptionalDouble lossAtStart() {
    if (!experiment.hasOneStart()) {
      return OptionalDouble.empty();
    }
    double[] start = experiment.position().toArray();
    double[][] x = new double[start.length][1];
    Arrays.setAll(x, k -> new double[] {start[k]});
    double[] loss = new double[1];
    experiment.objective().value(x, 1, loss);
    return Double.isFinite(loss[0]) ? OptionalDouble.of(loss[0]) : OptionalDouble.empty();
  }

  /**
   * Everything that is recorded of it.
   *
   * @param keepBelow trajectories with a smaller number get a row each
   */
  public Measurement measurement(long keepBelow) {
    return new Measurement(ExitTimes.keepingBelow(keepBelow), measures);
  }
}
