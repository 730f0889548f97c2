package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.Serializable;
import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Schedule;

/**
 * Tells where one trajectory is: at the start, after every so many steps and at its end. For a
 * chunk of that trajectory alone.
 *
 * @param every at least 1
 */
public record Replay(long every, Path path) implements Observable<Replay.Nothing> {

  /** Checks that something is told. */
  public Replay {
    if (every < 1) {
      throw new IllegalArgumentException("every must be at least 1, got " + every);
    }
  }

  /** Hears where the trajectory is. */
  public interface Path extends Serializable {

    /**
     * After so many steps.
     *
     * @param time model time
     * @param x the position; overwritten after the call
     */
    void at(long step, double time, double[] x);

    /** The trajectory has ended with the position told last. */
    void ended(Ending how, long steps, int side);
  }

  /** What is kept of it. */
  public record Nothing() implements Summary<Nothing> {
    @Override
    public Nothing merge(Nothing other) {
      return this;
    }

    @Override
    public void write(DataOutput out) {}
  }

  @Override
  public Recorder<Nothing> start(Setting setting) {
    if (setting.chunk().trajectories() != 1) {
      throw new IllegalArgumentException(
          "a replay is of one trajectory, not of " + setting.chunk());
    }
    return new Tracer(this, setting);
  }

  @Override
  public Nothing read(DataInput in) {
    return new Nothing();
  }

  private static final class Tracer implements Recorder<Nothing> {
    private final Replay replay;
    private final Schedule stepSize;
    private final CompensatedSum time = new CompensatedSum();
    private final double[] x;
    private long step;

    Tracer(Replay replay, Setting setting) {
      Experiment experiment = setting.experiment();
      long trajectory = setting.chunk().first();
      this.replay = replay;
      this.stepSize = experiment.dynamics().stepSize();
      this.x =
          Arrays.copyOf(
              experiment.startStates(setting.key()).apply(trajectory), experiment.dimension());
      replay.path().at(0, 0, x);
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] endedLanes) {
      if (!endedLanes[0]) {
        count();
        if (step % replay.every() == 0) {
          tell(batch);
        }
      }
    }

    private void count() {
      if (!stepSize.isConstant()) {
        time.add(stepSize.at(step));
      }
      step++;
    }

    @Override
    public void onEnding(Batch batch, int lane, Ending how, long steps, int side) {
      boolean told = step == steps && step % replay.every() == 0;
      if (step < steps) {
        count();
      }
      if (!told) {
        tell(batch);
      }
      replay.path().ended(how, steps, side);
    }

    private void tell(Batch batch) {
      for (int k = 0; k < x.length; k++) {
        x[k] = batch.state()[k][0];
      }
      replay.path().at(step, stepSize.isConstant() ? step * stepSize.at(0) : time.value(), x);
    }

    @Override
    public Nothing finish() {
      return new Nothing();
    }
  }
}
