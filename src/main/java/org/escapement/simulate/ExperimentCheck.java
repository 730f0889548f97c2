package org.escapement.simulate;

import java.util.ArrayList;
import java.util.List;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/** Whether the parts of an experiment fit together. */
final class ExperimentCheck {
  private ExperimentCheck() {}

  static List<String> problems(Experiment e) {
    List<String> problems = new ArrayList<>();
    int dimension = e.dimension();
    if (e.start().size() != dimension) {
      problems.add("start has " + e.start().size() + " coordinates, the objective " + dimension);
      return problems;
    }
    double[][] x = new double[dimension][1];
    for (int k = 0; k < dimension; k++) {
      x[k][0] = e.start().at(k);
    }
    try {
      double[] margin = new double[1];
      e.domain().start(e.objective(), 1).margin(x, 1, margin);
      if (!(margin[0] > 0)) {
        problems.add("start " + e.start() + " is outside the domain (margin " + margin[0] + ")");
      }
    } catch (IllegalArgumentException wrong) {
      problems.add(wrong.getMessage());
      return problems;
    }
    try {
      e.watch(new Draws(new RandomKey(0, 0), 1), 1);
    } catch (IllegalArgumentException wrong) {
      problems.add("monitoring: " + wrong.getMessage());
    }
    return problems;
  }
}
