package org.escapement.theory.chain;

import java.util.Optional;
import java.util.OptionalLong;
import org.escapement.domain.WholeSpace;
import org.escapement.model.Region;
import org.escapement.noise.NoNoise;
import org.escapement.simulate.Experiment;
import org.escapement.theory.experiment.Descent;

/** The one trajectory of x' = x - rate grad f(x) + momentum (x - x before), x before the start. */
final class ExactDescent {
  static final String SOURCE = "the recursion x' = x - eta grad f(x) + beta (x - x before) itself";

  /** A way without noise is worth some milliseconds, not more. */
  static final long MOST_STEPS = 200_000;

  private final Experiment experiment;
  private final Descent descent;
  private final Region region;
  private final double[][] x;
  private final double[][] before;
  private final double[][] gradient;
  private final double[] margin = new double[1];

  private ExactDescent(Experiment experiment, Descent descent) {
    int d = experiment.dimension();
    this.experiment = experiment;
    this.descent = descent;
    this.region = experiment.region().start(experiment.objective(), 1);
    this.x = new double[d][1];
    this.before = new double[d][1];
    this.gradient = new double[d][1];
    for (int k = 0; k < d; k++) {
      x[k][0] = experiment.position().at(k);
      before[k][0] = x[k][0];
    }
  }

  /** The heavy ball that an experiment is; empty when something is added to its gradients. */
  static Optional<Descent> of(Experiment experiment) {
    boolean quiet = experiment.noise().parts().stream().allMatch(part -> part instanceof NoNoise);
    return Descent.of(experiment).filter(d -> quiet && d.form() == Descent.Form.HEAVY_BALL);
  }

  /** The first step out of the domain; empty when it stays until the horizon or for that long. */
  static OptionalLong exitStep(Experiment experiment, Descent descent) {
    if (experiment.domain() instanceof WholeSpace) {
      return OptionalLong.empty(); // A walk through all the data at each step for nothing.
    }
    ExactDescent path = new ExactDescent(experiment, descent);
    long last = Math.min(experiment.horizon(), MOST_STEPS);
    for (long step = 1; step <= last; step++) {
      if (!path.advance()) {
        return OptionalLong.empty();
      }
      if (!path.isInside()) {
        return path.isFinite() ? OptionalLong.of(step) : OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  /** Whether it still moves. */
  private boolean advance() {
    experiment.objective().gradient(x, 1, gradient);
    boolean moves = false;
    for (int k = 0; k < x.length; k++) {
      double here = x[k][0];
      double next =
          here - descent.rate() * gradient[k][0] + descent.momentum() * (here - before[k][0]);
      moves |= next != here || here != before[k][0];
      before[k][0] = here;
      x[k][0] = next;
    }
    return moves;
  }

  private boolean isInside() {
    region.margin(x, 1, margin);
    return margin[0] > 0;
  }

  private boolean isFinite() {
    for (double[] coordinate : x) {
      if (!(Math.abs(coordinate[0]) <= experiment.divergedBeyond())) {
        return false;
      }
    }
    return true;
  }
}
