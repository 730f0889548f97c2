package org.escapement.dynamics;

import java.util.function.BiFunction;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Schedule;
import org.escapement.model.SmoothedGradient;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Explicit graduated optimisation: an optimiser that sees the gradient of the smoothed function E
 * f(x - delta u), as the mean over fresh draws of u at each step, while the schedule takes delta
 * down.
 *
 * <p>The objective's own samples, if it has any, are those of the step for all draws of u.
 *
 * <p>Source: E. Hazan, K. Y. Levy, S. Shalev-Shwartz, On graduated optimization for stochastic
 * non-convex problems, ICML 2016 (u in the ball); N. Sato and H. Iiduka use normal u.
 */
public record Graduated(
    @Parameter("The optimiser: SGD or one with momentum") Dynamics of,
    @Parameter(value = "Width delta of the smoothing", unit = "length", range = "[0, inf)")
        Schedule delta,
    @Parameter(
            value =
                "Law of u: gaussian (N(0, 1) in each coordinate), ball (uniform in the unit ball)"
                    + " or sphere",
            standard = "gaussian")
        String law,
    @Parameter(value = "Draws of u a step", range = "[1, 65536]") int samples)
    implements Dynamics {
  /** A quarter of all slots is from here on. */
  static final int FIRST_SLOT = 3 << 21;

  /** Checks the ranges, and that it is an optimiser. */
  public Graduated {
    Optimisers.check(of);
    delta.check("[0, inf)", "delta");
    SmoothingLaw.of(law);
    Check.in("[1, 65536]", samples, "samples");
  }

  @Override
  public int stateDimension(int dimension) {
    return of.stateDimension(dimension);
  }

  @Override
  public Vector startState(Vector position) {
    return of.startState(position);
  }

  @Override
  public Schedule stepSize() {
    return of.stepSize();
  }

  @Override
  public double gradients() {
    return samples;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    SmoothingLaw known = SmoothingLaw.of(law);
    SmoothedGradient.slots(known, objective.dimension(), samples);
    BiFunction<Draws, Integer, Samples> seen =
        (numbers, width) ->
            new Around(
                new SmoothedGradient(objective, known, samples, numbers, width, FIRST_SLOT),
                LaneValues.of(delta, width),
                new double[Draws.PHASES][width]);
    return of.start(new SeenThrough(objective, seen), noise, draws, lanes);
  }

  /**
   * @param width {@code [phase][i]}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Around(SmoothedGradient points, LaneValues delta, double[][] width)
      implements Samples {

    @Override
    public void draw(Batch batch) {
      points.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        System.arraycopy(delta.at(batch, phase), 0, width[phase], 0, batch.size());
      }
    }

    @Override
    public void gradient(double[][] x, int n, int phase, double[][] out) {
      points.at(x, n, phase, width[phase], out);
    }
  }
}
