package org.escapement.rare;

import org.escapement.model.Batch;
import org.escapement.simulate.Ending;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * Adds up, trajectory by trajectory, the probability of an exit at the next step over the positions
 * from the burn-in on; and counts these positions and the exits.
 */
final class HazardRecorder implements Recorder<HazardSummary> {
  private final long burnIn;
  private final HazardTable table;
  private final long horizon;
  private final long first;
  private final double[] next;

  /** By trajectory. */
  private final double[] sum;

  private final long[] positions;
  private final boolean[] exited;

  HazardRecorder(long burnIn, HazardTable table, Setting setting) {
    int size = setting.chunk().trajectories();
    this.burnIn = burnIn;
    this.table = table;
    this.horizon = setting.experiment().horizon();
    this.first = setting.chunk().first();
    this.next = new double[setting.lanes()];
    this.sum = new double[size];
    this.positions = new long[size];
    this.exited = new boolean[size];
  }

  /** Positions before each step count, those at the burn-in and after; the last has no step. */
  @Override
  public void onStep(Batch batch, int phase, boolean[] ended) {
    int n = batch.size();
    table.values(batch.state()[0], n, next);
    long[] steps = batch.steps();
    long[] trajectories = batch.trajectories();
    for (int i = 0; i < n; i++) {
      long step = steps[i] + phase + 1;
      if (!ended[i] && step >= burnIn && step < horizon) {
        int row = (int) (trajectories[i] - first);
        sum[row] += next[i];
        positions[row]++;
      }
    }
  }

  @Override
  public void onEnding(Batch batch, int lane, Ending how, long steps, int side) {
    exited[(int) (batch.trajectories()[lane] - first)] = how == Ending.EXITED && steps > burnIn;
  }

  @Override
  public HazardSummary finish() {
    HazardSummary.Tally tally = new HazardSummary.Tally();
    for (int row = 0; row < sum.length; row++) {
      tally.add(sum[row], positions[row], exited[row]);
    }
    return tally.summary();
  }
}
