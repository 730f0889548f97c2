package org.escapement.simulate;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/** Whether the parts of an experiment fit together. */
final class ExperimentCheck {
  private static final RandomKey NO_KEY = new RandomKey(0, 0);

  private ExperimentCheck() {}

  static List<String> problems(Experiment e) {
    List<String> problems = new ArrayList<>();
    try {
      e.startStates(NO_KEY);
      if (e.hasOneStart()) {
        checkPosition(e, problems);
      } else {
        e.region().start(e.objective(), 1);
      }
    } catch (IllegalArgumentException wrong) {
      problems.add(wrong.getMessage());
    }
    if (problems.isEmpty()) {
      checkMonitoring(e, problems);
    }
    return problems;
  }

  private static void checkPosition(Experiment e, List<String> problems) {
    Vector position = e.position();
    int dimension = e.dimension();
    if (position.size() != dimension) {
      problems.add("start has " + position.size() + " coordinates, the objective " + dimension);
      return;
    }
    double[][] x = new double[dimension][1];
    for (int k = 0; k < dimension; k++) {
      x[k][0] = position.at(k);
    }
    double[] margin = new double[1];
    e.region().start(e.objective(), 1).margin(x, 1, margin);
    if (!(margin[0] > 0)) {
      problems.add("start " + position + " is outside the domain (margin " + margin[0] + ")");
    }
  }

  private static void checkMonitoring(Experiment e, List<String> problems) {
    try {
      e.watch(new Draws(NO_KEY, 1), 1);
    } catch (IllegalArgumentException wrong) {
      problems.add("monitoring: " + wrong.getMessage());
    }
  }
}
