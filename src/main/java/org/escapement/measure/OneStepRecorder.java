package org.escapement.measure;

import java.util.List;
import org.escapement.model.Batch;
import org.escapement.model.Directed;
import org.escapement.model.Objective;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/** Compares where a step and the descent after it lead with descent on the smoothed objective. */
final class OneStepRecorder implements Recorder<Means> {
  /** Rows of means for a coordinate. */
  private static final int ROWS = 3;

  private final Objective objective;
  private final Directed dynamics;
  private final StateBefore before;
  private final List<Objective> smoothed;
  private final Means.Tally tally;

  /** Where the step leads without noise, {@code [k][i]}. */
  private final double[][] aim;

  /** Scratch, {@code [k][i]}. */
  private final double[][] gradient;

  private final double[][] ofSmoothed;

  /** Scratch, {@code [i]}. */
  private final double[] expected;

  private final double[] gap;

  /**
   * @param smoothed the smoothed objective of each recorded step
   */
  OneStepRecorder(long[] steps, List<Objective> smoothed, Setting setting) {
    int d = setting.experiment().dimension();
    int lanes = setting.lanes();
    this.objective = setting.experiment().objective();
    this.dynamics = (Directed) setting.experiment().dynamics();
    this.before = new StateBefore(steps, dynamics.stateDimension(d), lanes);
    this.smoothed = smoothed;
    this.tally = new Means.Tally(steps.length * d * ROWS);
    this.aim = new double[d][lanes];
    this.gradient = new double[d][lanes];
    this.ofSmoothed = new double[d][lanes];
    this.expected = new double[lanes];
    this.gap = new double[lanes];
  }

  @Override
  public void beforeStep(Batch batch, int phase) {
    if (before.keep(batch, phase)) {
      aim(before.step(before.place(batch, phase)), batch.size());
    }
  }

  private void aim(long step, int n) {
    double eta = dynamics.stepSize().at(step);
    double share = dynamics.share(step);
    dynamics.kept(before.state(), step, n, aim);
    objective.gradient(before.state(), n, gradient);
    for (int k = 0; k < aim.length; k++) {
      double[] x = before.state()[k];
      for (int i = 0; i < n; i++) {
        aim[k][i] = x[i] - eta * (aim[k][i] + share * gradient[k][i]);
      }
    }
  }

  @Override
  public void onStep(Batch batch, int phase, boolean[] ended) {
    int place = before.place(batch, phase);
    if (place >= 0) {
      int n = batch.size();
      double eta = dynamics.stepSize().at(before.step(place));
      objective.gradient(batch.state(), n, gradient);
      smoothed.get(place).gradient(aim, n, ofSmoothed);
      for (int k = 0; k < aim.length; k++) {
        descend(batch.state()[k], gradient[k], eta, n, gradient[k]);
        descend(aim[k], ofSmoothed[k], eta, n, expected);
        descend(gradient[k], expected, 1, n, gap);
        int row = (place * aim.length + k) * ROWS;
        tally.add(row, gradient[k], ended, n);
        tally.add(row + 1, expected, ended, n);
        tally.add(row + 2, gap, ended, n);
      }
    }
  }

  private static void descend(double[] x, double[] slope, double eta, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] - eta * slope[i];
    }
  }

  @Override
  public Means finish() {
    return tally.means();
  }
}
