package org.escapement.measure;

import org.escapement.measure.Conditions.Finding;
import org.escapement.model.Batch;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/** Looks at the conditions step by step, and keeps what it finds by trajectory. */
final class ConditionsRecorder implements Recorder<Means> {
  private static final int ROWS = Finding.values().length;

  private final Conditions conditions;
  private final long first;
  private final AlongThePath path;

  /** {@code [row][trajectory - first]}. */
  private final double[][] sum;

  private final long[][] count;

  ConditionsRecorder(Conditions conditions, Setting setting) {
    int trajectories = setting.chunk().trajectories();
    this.conditions = conditions;
    this.first = setting.chunk().first();
    this.path = new AlongThePath(setting, conditions.tau());
    this.sum = new double[ROWS][trajectories];
    this.count = new long[ROWS][trajectories];
  }

  @Override
  public void onStep(Batch batch, int phase, boolean[] ended) {
    if ((batch.steps()[0] + phase + 1) % conditions.every() != 0) {
      return;
    }
    path.look(batch);
    for (int i = 0; i < batch.size(); i++) {
      if (!ended[i]) {
        keep(i, (int) (batch.trajectories()[i] - first));
      }
    }
  }

  private void keep(int lane, int trajectory) {
    double epsilon = conditions.epsilon();
    boolean large = path.gradientSquare()[lane] >= epsilon * epsilon;
    boolean saddle = !large && path.leastCurvature()[lane] < -epsilon;
    add(Finding.LARGE_SHARE, trajectory, large ? 1 : 0);
    add(Finding.SADDLE_SHARE, trajectory, saddle ? 1 : 0);
    add(Finding.GRACE_SHARE, trajectory, path.grace()[lane] <= conditions.cH() ? 1 : 0);
    add(Finding.GRACE_MEAN, trajectory, path.grace()[lane]);
    extend(Finding.GRACE_LARGEST, trajectory, path.grace()[lane], 1);
    if (large) {
      add(Finding.APAG_SHARE, trajectory, path.apag()[lane] >= -0.5 ? 1 : 0);
      add(Finding.APAG_MEAN, trajectory, path.apag()[lane]);
    }
    if (saddle) {
      add(Finding.CNC_SHARE, trajectory, path.cnc()[lane] >= conditions.gamma() ? 1 : 0);
      add(Finding.CNC_MEAN, trajectory, path.cnc()[lane]);
      add(Finding.APCG_SHARE, trajectory, path.apcg()[lane] >= -conditions.cPrime() ? 1 : 0);
      add(Finding.APCG_MEAN, trajectory, path.apcg()[lane]);
      extend(Finding.APCG_LEAST, trajectory, path.apcg()[lane], -1);
    }
  }

  private void add(Finding finding, int trajectory, double value) {
    sum[finding.ordinal()][trajectory] += value;
    count[finding.ordinal()][trajectory]++;
  }

  /** Keeps the largest of what is found, or the least where the sign is -1. */
  private void extend(Finding finding, int trajectory, double value, int sign) {
    double[] extreme = sum[finding.ordinal()];
    boolean isFirst = count[finding.ordinal()][trajectory] == 0;
    if (isFirst || sign * value > sign * extreme[trajectory]) {
      extreme[trajectory] = value;
    }
    count[finding.ordinal()][trajectory] = 1;
  }

  @Override
  public Means finish() {
    Means.Tally tally = new Means.Tally(ROWS);
    for (int row = 0; row < ROWS; row++) {
      for (int t = 0; t < sum[row].length; t++) {
        if (count[row][t] > 0) {
          tally.add(row, sum[row][t] / count[row][t]);
        }
      }
    }
    return tally.means();
  }
}
