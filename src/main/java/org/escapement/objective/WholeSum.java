package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective.Samples;

/** Samples that are the gradient itself: a batch of all there is. */
final class WholeSum implements Samples {
  private final Objective objective;

  WholeSum(Objective objective) {
    this.objective = objective;
  }

  @Override
  public void draw(Batch batch) {}

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    objective.gradient(x, n, out);
  }
}
