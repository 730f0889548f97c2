package org.escapement.theory.experiment;

import java.util.ArrayList;
import java.util.List;
import org.escapement.theory.Predicted;

/** Predicted numbers that many predictions give. */
public final class Answer {
  private Answer() {}

  /** The mean exit in steps, and in model time; nothing when that is beyond all doubles. */
  public static List<Predicted> mean(double steps, double timeStep) {
    return mean(steps, timeStep, 0);
  }

  /**
   * The mean exit of a process in continuous time.
   *
   * @param steps its time divided by the time step
   * @param lag the share of its last step by which an exit is dated back
   */
  public static List<Predicted> mean(double steps, double timeStep, double lag) {
    if (!Double.isFinite(steps) || !Double.isFinite(steps * timeStep)) {
      return List.of();
    }
    return List.of(
        new Predicted("mean_step", steps + lag), new Predicted("mean_time", steps * timeStep));
  }

  /** The mean exit and the shares of both sides where the line has two. */
  public static List<Predicted> mean(double steps, double timeStep, Line line, double below) {
    return with(mean(steps, timeStep), line, below);
  }

  /** And the shares of both sides where the line has two. */
  public static List<Predicted> with(List<Predicted> mean, Line line, double below) {
    List<Predicted> all = new ArrayList<>(mean);
    all.addAll(line.shares(below, 1 - below));
    return List.copyOf(all);
  }
}
