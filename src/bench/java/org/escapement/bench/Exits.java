package org.escapement.bench;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.escapement.model.Batch;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Ending;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Observable;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Summary;

/** Mean exit step and its standard error, nothing else: what every contestant measures. */
record Exits() implements Observable<Exits.Sums> {

  /** Exact while the sum of squares is below 2^63. */
  record Sums(long trajectories, long steps, long squares) implements Summary<Sums> {
    @Override
    public Sums merge(Sums other) {
      return new Sums(
          trajectories + other.trajectories, steps + other.steps, squares + other.squares);
    }

    @Override
    public void write(DataOutput out) throws IOException {
      out.writeLong(trajectories);
      out.writeLong(steps);
      out.writeLong(squares);
    }

    double mean() {
      return (double) steps / trajectories;
    }

    double standardError() {
      double variance = (double) squares / trajectories - mean() * mean();
      return Math.sqrt(variance / trajectories);
    }
  }

  @Override
  public Recorder<Sums> start(Experiment experiment, Chunk chunk) {
    return new Recorder<>() {
      private long trajectories;
      private long sum;
      private long squares;

      @Override
      public void onEnding(Batch batch, int lane, Ending how, long steps, int side) {
        trajectories++;
        sum += steps;
        squares += steps * steps;
      }

      @Override
      public Sums finish() {
        return new Sums(trajectories, sum, squares);
      }
    };
  }

  @Override
  public Sums read(DataInput in) throws IOException {
    return new Sums(in.readLong(), in.readLong(), in.readLong());
  }
}
