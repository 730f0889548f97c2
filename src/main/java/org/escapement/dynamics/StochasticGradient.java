package org.escapement.dynamics;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.random.Draws;

/**
 * What an optimiser sees of an objective: its gradient or a sample of it, and noise to be added.
 */
final class StochasticGradient {
  private final Objective objective;
  private final Optional<Samples> samples;
  private final Kicks noise;
  private final double[][] gradient;
  private final boolean isNoisy;

  StochasticGradient(Objective objective, Noise noise, Draws draws, int lanes) {
    int dimension = objective.dimension();
    this.objective = objective;
    this.samples =
        objective instanceof SampledObjective sampled
            ? Optional.of(sampled.startSamples(draws, lanes))
            : Optional.empty();
    this.noise = noise.start(dimension, lanes, draws, 0);
    this.isNoisy = noise.slots(dimension) > 0;
    this.gradient = new double[dimension][lanes];
  }

  /** The samples, when they look at one lane after the other and nothing is added to them. */
  Optional<LaneSamples> laneSamples() {
    return samples.filter(s -> s instanceof LaneSamples && !isNoisy).map(LaneSamples.class::cast);
  }

  int dimension() {
    return gradient.length;
  }

  void draw(Batch batch) {
    noise.draw(batch);
    samples.ifPresent(s -> s.draw(batch));
  }

  /**
   * {@code [k][i]}: the gradient at x_i that the step of this phase sees, without the noise; valid
   * until the next call.
   */
  double[][] at(double[][] x, int n, int phase) {
    if (samples.isPresent()) {
      samples.get().gradient(x, n, phase, gradient);
    } else {
      objective.gradient(x, n, gradient);
    }
    return gradient;
  }

  /** {@code [k][i]}: the noise on the gradient at x_i in the step of this phase. */
  double[][] noise(double[][] x, int n, int phase) {
    return noise.kicks(phase, x, n);
  }
}
