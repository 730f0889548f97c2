package org.escapement.theory;

import java.util.ArrayList;
import java.util.List;

/** Predicted numbers that many predictions give. */
final class Answer {
  private Answer() {}

  /** The mean exit in steps, and in model time; nothing when that is beyond all doubles. */
  static List<Predicted> mean(double steps, double timeStep) {
    if (!Double.isFinite(steps) || !Double.isFinite(steps * timeStep)) {
      return List.of();
    }
    return List.of(new Predicted("mean_step", steps), new Predicted("mean_time", steps * timeStep));
  }

  /** The mean exit and the shares of both sides where the line has two. */
  static List<Predicted> mean(double steps, double timeStep, Line line, double below) {
    List<Predicted> all = new ArrayList<>(mean(steps, timeStep));
    all.addAll(line.shares(below, 1 - below));
    return List.copyOf(all);
  }
}
