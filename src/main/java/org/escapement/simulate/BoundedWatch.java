package org.escapement.simulate;

import org.escapement.model.Batch;
import org.escapement.model.Watch;

/**
 * A watch that also notices at once when some |x_k| reaches a bound: a trajectory that diverges.
 */
final class BoundedWatch implements Watch {
  private final Watch watch;
  private final double bound;

  BoundedWatch(Watch watch, double bound) {
    this.watch = watch;
    this.bound = bound;
  }

  @Override
  public void draw(Batch batch) {
    watch.draw(batch);
  }

  @Override
  public void margin(Batch batch, int phase, double[] out) {
    watch.margin(batch, phase, out);
    batch.narrow(bound, out);
  }

  @Override
  public int side(Batch batch, int lane) {
    return watch.side(batch, lane);
  }
}
