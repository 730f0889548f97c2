package org.escapement.theory.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.escapement.measure.Frame;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;

/** Which moments in plain coordinates a study asks for, and at which steps. */
public final class Asked {
  private final List<Moments> moments = new ArrayList<>();
  private final long horizon;

  public Asked(List<Measure<?>> measures, long horizon) {
    this.horizon = horizon;
    for (Measure<?> measure : measures) {
      if (measure instanceof Moments one && one.frame().equals(Frame.PLAIN)) {
        moments.add(one);
      }
    }
  }

  /** All the steps, increasing. */
  public List<Long> steps() {
    TreeSet<Long> steps = new TreeSet<>();
    for (Moments one : moments) {
      for (long step : one.at().steps(horizon)) {
        steps.add(step);
      }
    }
    return List.copyOf(steps);
  }

  /** Whether a function of the state, by its word in job files, is measured at a step. */
  public boolean asks(String word, long step) {
    for (Moments one : moments) {
      if (one.of().contains(word)
          && java.util.Arrays.binarySearch(one.at().steps(horizon), step) >= 0) {
        return true;
      }
    }
    return false;
  }
}
