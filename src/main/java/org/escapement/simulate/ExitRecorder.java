package org.escapement.simulate;

import java.util.Arrays;
import java.util.Optional;
import org.escapement.model.Batch;

/** Notes how each trajectory of a chunk ended, and sums up in the order of their numbers. */
final class ExitRecorder implements Recorder<ExitSummary> {
  private final long first;
  private final int domainSides;
  private final Clock clock;
  private final int rows;
  private final Ending[] endings;
  private final long[] steps;
  private final int[] sides;
  private final double[][] positions;
  private double[] times;

  ExitRecorder(ExitTimes kept, Experiment experiment, Chunk chunk) {
    int size = chunk.trajectories();
    this.first = chunk.first();
    this.domainSides = experiment.domain().sides(experiment.dimension()).size();
    this.clock = experiment.clock();
    this.rows = below(kept.rowsBelow(), chunk);
    this.endings = new Ending[size];
    this.steps = new long[size];
    this.sides = new int[size];
    this.positions =
        new double[experiment.dimension()][Math.min(rows, below(kept.positionsBelow(), chunk))];
  }

  /** How many trajectories of the chunk have a number below the given one. */
  private static int below(long number, Chunk chunk) {
    return (int) Math.max(0, Math.min(chunk.trajectories(), number - chunk.first()));
  }

  @Override
  public void onEnding(Batch batch, int lane, Ending how, long made, int side) {
    int row = (int) (batch.trajectories()[lane] - first);
    endings[row] = how;
    steps[row] = made;
    sides[row] = side;
    for (int k = 0; k < positions.length; k++) {
      if (row < positions[k].length) {
        positions[k][row] = batch.state()[k][lane];
      }
    }
  }

  @Override
  public ExitSummary finish() {
    times = clock.at(steps);
    for (int row = 0; row < steps.length && clock.lags(); row++) {
      times[row] = endings[row] == Ending.EXITED ? clock.dated(times[row], steps[row]) : times[row];
    }
    ExitSummary.Tally tally = new ExitSummary.Tally(domainSides);
    for (int row = 0; row < steps.length; row++) {
      tally.add(endings[row], steps[row], times[row], sides[row]);
    }
    return tally.summary();
  }

  @Override
  public Optional<ExitRows> rows() {
    if (rows == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ExitRows(
            first,
            Arrays.copyOf(endings, rows),
            Arrays.copyOf(steps, rows),
            Arrays.copyOf(times, rows),
            Arrays.copyOf(sides, rows),
            positions));
  }
}
