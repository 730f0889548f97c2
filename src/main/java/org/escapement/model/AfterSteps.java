package org.escapement.model;

import org.escapement.random.Draws;

/** A trajectory has left when it is outside after a step, as an algorithm that makes steps does. */
public record AfterSteps() implements Monitoring {

  @Override
  public Watch start(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain, Draws draws, int lanes) {
    return new Looks(domain.start(objective, lanes));
  }

  private record Looks(Region region) implements Watch {
    @Override
    public void draw(Batch batch) {}

    @Override
    public void margin(Batch batch, int phase, double[] out) {
      region.margin(batch, out);
    }

    @Override
    public int side(Batch batch, int lane) {
      return region.side(batch.state(), lane);
    }
  }
}
