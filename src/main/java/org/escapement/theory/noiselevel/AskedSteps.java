package org.escapement.theory.noiselevel;

import java.util.List;
import java.util.TreeSet;
import org.escapement.measure.Measure;
import org.escapement.measure.NoiseLevel;

/** The steps whose search directions a study measures. */
final class AskedSteps {
  private AskedSteps() {}

  /** Increasing; empty when the study does not measure them. */
  static List<Long> of(List<Measure<?>> measures, long horizon) {
    TreeSet<Long> steps = new TreeSet<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof NoiseLevel noiseLevel) {
        for (long step : noiseLevel.at().steps(horizon)) {
          steps.add(step);
        }
      }
    }
    return List.copyOf(steps);
  }
}
