package org.escapement.measure;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * Moves a batch of another dynamics beside the one that is watched, lane by lane the same
 * trajectories, and adds up how the two differ.
 */
final class DifferenceRecorder implements Recorder<Means> {
  private final StateFunctions functions;
  private final long[] steps;
  private final Means.Tally tally;
  private final Batch companion;
  private final Stepper stepper;

  /** The lanes of the companion whose trajectory has ended since its numbers were last drawn. */
  private final boolean[] gone;

  /** Scratch, {@code [row][i]}. */
  private final double[][] own;

  private final double[][] other;

  DifferenceRecorder(Difference difference, Setting setting) {
    Experiment e = setting.experiment();
    int lanes = setting.lanes();
    Dynamics dynamics = difference.companion(e.dynamics());
    this.functions = new StateFunctions(difference.of(), e.objective(), lanes);
    this.steps = difference.at().steps(e.horizon());
    int rows = functions.rows().size();
    this.tally = new Means.Tally(steps.length * rows * Difference.ROWS);
    this.companion =
        new Batch(
            lanes,
            e.dimension(),
            dynamics.stateDimension(e.dimension()),
            e.with(dynamics).startStates(setting.key()));
    this.stepper = dynamics.start(e.objective(), e.noise(), new Draws(setting.key(), lanes), lanes);
    this.gone = new boolean[lanes];
    this.own = new double[rows][lanes];
    this.other = new double[rows][lanes];
  }

  @Override
  public void onStep(Batch batch, int phase, boolean[] ended) {
    if (phase == 0) {
      follow(batch);
      stepper.draw(companion);
    }
    stepper.advance(companion, phase);
    int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
    if (place >= 0) {
      record(place, batch, ended);
    }
    System.arraycopy(ended, 0, gone, 0, batch.size());
    if (phase == Draws.PHASES - 1) {
      companion.countSteps();
    }
  }

  /** Puts the trajectories of the batch into the same lanes, as the batch has moved them. */
  private void follow(Batch batch) {
    if (batch.steps()[0] == 0) {
      while (companion.size() > 0) {
        companion.retire(companion.size() - 1);
      }
      for (int i = 0; i < batch.size(); i++) {
        companion.add(batch.trajectories()[i]);
      }
    } else {
      for (int lane = companion.size() - 1; lane >= 0; lane--) {
        if (gone[lane]) {
          companion.retire(lane);
        }
      }
    }
    Arrays.fill(gone, false);
  }

  private void record(int place, Batch batch, boolean[] ended) {
    int n = batch.size();
    evaluate(batch, own);
    evaluate(companion, other);
    for (int row = 0; row < own.length; row++) {
      int first = (place * own.length + row) * Difference.ROWS;
      for (int i = 0; i < n; i++) {
        if (!ended[i]) {
          add(first, own[row][i], other[row][i]);
        }
      }
    }
  }

  private void evaluate(Batch batch, double[][] out) {
    functions.look(batch.state(), batch.size());
    for (int row = 0; row < out.length; row++) {
      functions.evaluate(row, out[row]);
    }
  }

  /** All three or none: a companion that has diverged leaves no number. */
  private void add(int first, double mine, double theirs) {
    double difference = theirs - mine;
    if (Double.isFinite(mine * mine + theirs * theirs + difference * difference)) {
      tally.add(first, difference);
      tally.add(first + 1, theirs);
      tally.add(first + 2, mine);
    }
  }

  @Override
  public Means finish() {
    return tally.means();
  }
}
