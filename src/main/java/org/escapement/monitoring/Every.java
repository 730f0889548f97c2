package org.escapement.monitoring;

import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Watch;
import org.escapement.random.Draws;

/**
 * Looks after every K-th step only, as a training loop does that tests its weights once in so many
 * iterations: a trajectory has left when it is outside at such a look.
 *
 * <p>The exit that is recorded is a multiple of K and never before the first exit: an upper bound
 * of it, later by K/2 steps where the looks are many and nobody comes back, by far more where a
 * trajectory is back inside at the next look. In model time K steps are longer the larger the step
 * size is, so that a bias which grows like it is made by the looks alone. Numbers that are not
 * finite any more are noticed between looks too.
 */
public record Every(
    @Parameter(
            value = "Steps K from one look to the next",
            unit = "steps",
            range = "[1, 1000000000]")
        int steps)
    implements Monitoring {

  /** Checks the range. */
  public Every {
    Check.in("[1, 1000000000]", steps, "steps");
  }

  @Override
  public boolean isLate() {
    return steps > 1;
  }

  @Override
  public Watch start(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain, Draws draws, int lanes) {
    return new Looks(domain.start(objective, lanes), steps, new long[lanes]);
  }

  /**
   * What a look needs.
   *
   * @param until {@code [i]}: steps of lane i from the last draw to its next look, at least 1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Looks(Region region, long every, long[] until) implements Watch {

    @Override
    public void draw(Batch batch) {
      for (int i = 0; i < batch.size(); i++) {
        until[i] = every - batch.steps()[i] % every;
      }
    }

    @Override
    public void margin(Batch batch, int phase, double[] out) {
      int n = batch.size();
      int due = 0;
      for (int i = 0; i < n; i++) {
        due += isDue(i, phase) ? 1 : 0;
      }
      if (due > 0) {
        region.margin(batch, out);
      }
      for (int i = 0; due < n && i < n; i++) {
        out[i] = isDue(i, phase) ? out[i] : Double.POSITIVE_INFINITY;
      }
      if (due < n) {
        batch.narrow(Double.MAX_VALUE, out);
      }
    }

    private boolean isDue(int lane, int phase) {
      long past = phase + 1 - until[lane];
      return past >= 0 && past % every == 0;
    }

    @Override
    public int side(Batch batch, int lane) {
      return region.side(batch.state(), lane);
    }
  }
}
