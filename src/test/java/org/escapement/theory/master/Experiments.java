package org.escapement.theory.master;

import java.util.List;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Histogram;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** Experiments on the line, and what is predicted for them. */
final class Experiments {
  private Experiments() {}

  static Experiment sgd(Objective objective, Noise noise, double step, double start, long horizon) {
    return with(objective, noise, new Sgd(new Constant(step)), start, horizon);
  }

  static Experiment with(
      Objective objective, Noise noise, Dynamics dynamics, double start, long horizon) {
    return new Experiment(
        objective,
        noise,
        dynamics,
        Vector.filled(start, objective.dimension()),
        new WholeSpace(),
        horizon,
        Double.POSITIVE_INFINITY);
  }

  static AtSteps at(double... steps) {
    return new AtSteps(Vector.of(steps));
  }

  /** The predicted shares of the inner bins at a step. */
  static double[] shares(Prediction prediction, Experiment e, Histogram histogram, long step) {
    double[] shares = new double[histogram.bins()];
    for (Predicted one : prediction.of(e, List.of(histogram))) {
      for (int bin = 1; bin <= shares.length; bin++) {
        if (one.step() == step && one.quantity().equals(histogram.name(bin))) {
          shares[bin - 1] = one.value();
        }
      }
    }
    return shares;
  }

  /** A predicted number; a moment is asked for at that step. */
  static double moment(Prediction prediction, Experiment e, String quantity, long step) {
    Measure<?> moments = new Moments(List.of("mean", "second", "loss"), at(step));
    Measure<?> histogram = new Histogram(1, -1, 1, 2, at(step));
    return prediction.of(e, List.of(moments, histogram)).stream()
        .filter(one -> one.quantity().equals(quantity) && one.step() == step)
        .mapToDouble(Predicted::value)
        .findFirst()
        .orElse(Double.NaN);
  }
}
