package org.escapement.dynamics;

import java.util.function.BiFunction;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.random.Draws;

/**
 * A function of which an optimiser sees other gradients than its own.
 *
 * @param samples makes them, of random numbers and for so many lanes
 */
record SeenThrough(Objective of, BiFunction<Draws, Integer, SampledObjective.Samples> samples)
    implements SampledObjective {

  @Override
  public int dimension() {
    return of.dimension();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    of.value(x, n, out);
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    of.gradient(x, n, out);
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    return samples.apply(draws, lanes);
  }
}
