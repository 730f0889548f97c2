package org.escapement.measure;

import java.util.Arrays;
import org.escapement.kernel.Kernels;
import org.escapement.model.Batch;
import org.escapement.model.Objective;
import org.escapement.model.Retraceable;
import org.escapement.simulate.Ending;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/** Adds up lengths of gradients step by step, and keeps by trajectory when their mean is small. */
final class RunningGradientRecorder implements Recorder<Means> {
  private final RunningGradient measure;
  private final Experiment experiment;
  private final Objective objective;
  private final long first;
  private final long[] looks;
  private final Means.Tally tally;
  private final Kernels kernels = Kernels.best();

  /** Lane to trajectory, as of the last step. */
  private final long[] seen;

  /** By lane: the sum, the largest length so far, and 1 until the mean was small, then 0. */
  private final double[] sum;

  private final double[] largest;
  private final double[] open;

  /** {@code [k][i]}: the states before the step; empty where they are not needed. */
  private final double[][] before;

  /** By trajectory: T, 0 until it is known, and the largest length up to there. */
  private final long[] steps;

  private final double[] longest;

  /** Scratch. */
  private final double[][] gradient;

  private final double[] length;
  private final double[] margin;
  private final int[] small;
  private final boolean[] noneEnded;

  RunningGradientRecorder(RunningGradient measure, Setting setting) {
    int lanes = setting.lanes();
    this.measure = measure;
    this.experiment = setting.experiment();
    this.objective = experiment.objective();
    this.first = setting.chunk().first();
    this.looks = measure.looks(experiment.horizon());
    this.tally = new Means.Tally(RunningGradient.SUMS + looks.length, this::keepsSizes);
    this.seen = new long[lanes];
    this.sum = new double[lanes];
    this.largest = new double[lanes];
    this.open = new double[lanes];
    int d = experiment.dimension();
    int kept = measure.isSampled() ? experiment.dynamics().stateDimension(d) : 0;
    this.before = new double[kept][lanes];
    this.steps = new long[setting.chunk().trajectories()];
    this.longest = new double[setting.chunk().trajectories()];
    this.gradient = new double[d][lanes];
    this.length = new double[lanes];
    this.margin = new double[lanes];
    this.small = new int[lanes];
    this.noneEnded = new boolean[lanes];
  }

  @Override
  public void beforeStep(Batch batch, int phase) {
    boolean isFirst = batch.steps()[0] + phase == 0;
    if (isFirst) {
      System.arraycopy(batch.trajectories(), 0, seen, 0, batch.size());
      Arrays.fill(sum, 0);
      Arrays.fill(largest, 0);
      Arrays.fill(open, 1);
    }
    if (measure.isSampled()) {
      StateBefore.copy(batch, before);
    } else if (isFirst) {
      objective.gradient(batch.state(), batch.size(), gradient);
      take(batch, 1, noneEnded);
    }
  }

  @Override
  public void onStep(Batch batch, int phase, boolean[] ended) {
    follow(batch);
    long step = batch.steps()[0] + phase + 1;
    if (measure.isSampled()) {
      ((Retraceable) experiment.dynamics())
          .gradientBetween(
              before, batch.state(), step - 1, batch.dimension(), batch.size(), gradient);
      take(batch, step, ended);
    } else if (step < experiment.horizon()) {
      objective.gradient(batch.state(), batch.size(), gradient);
      take(batch, step + 1, ended);
    }
  }

  @Override
  public void onEnding(Batch batch, int lane, Ending how, long made, int side) {
    follow(batch);
    if (open[lane] > 0) {
      longest[(int) (seen[lane] - first)] = largest[lane];
    }
  }

  /** Lanes beyond the live ones have taken the places of those that ended. */
  private void follow(Batch batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (seen[i] != batch.trajectories()[i]) {
        int from = batch.size();
        while (seen[from] != batch.trajectories()[i]) {
          from++;
        }
        move(from, i);
      }
    }
  }

  private void move(int from, int to) {
    seen[to] = seen[from];
    sum[to] = sum[from];
    largest[to] = largest[from];
    open[to] = open[from];
  }

  /** Adds the length of the gradient, the one of so many. */
  private void take(Batch batch, long terms, boolean[] ended) {
    int n = batch.size();
    measureLengths(n);
    double limit = measure.limit() * terms;
    for (int i = 0; i < n; i++) {
      sum[i] += length[i];
      largest[i] = Math.max(largest[i], open[i] * length[i]);
      margin[i] = sum[i] - limit;
    }
    if (terms >= measure.minimumSteps()) {
      int found = kernels.notPositive(margin, n, small);
      for (int j = 0; j < found; j++) {
        close(small[j], terms, ended);
      }
    }
    int look = Arrays.binarySearch(looks, terms);
    if (look >= 0) {
      tally.add(RunningGradient.SUMS + look, sum, ended, n);
    }
  }

  private void measureLengths(int n) {
    Arrays.fill(length, 0, n, 0);
    for (double[] coordinate : gradient) {
      for (int i = 0; i < n; i++) {
        length[i] += coordinate[i] * coordinate[i];
      }
    }
    if (!measure.isSquared()) {
      for (int i = 0; i < n; i++) {
        length[i] = Math.sqrt(length[i]);
      }
    }
  }

  /** The mean of a lane is small, or no number. */
  private void close(int lane, long terms, boolean[] ended) {
    if (open[lane] > 0 && !ended[lane] && margin[lane] <= 0) {
      open[lane] = 0;
      steps[(int) (seen[lane] - first)] = terms;
      longest[(int) (seen[lane] - first)] = largest[lane];
    }
  }

  private boolean keepsSizes(int row) {
    return row >= RunningGradient.SUMS
        && RunningGradient.rowWithSizes(row - RunningGradient.SUMS, looks.length) == row;
  }

  @Override
  public Means finish() {
    for (int t = 0; t < steps.length; t++) {
      boolean reached = steps[t] > 0;
      tally.add(RunningGradient.REACHED, reached ? 1 : 0);
      if (reached) {
        tally.add(RunningGradient.STEPS, steps[t]);
      }
      tally.add(RunningGradient.RESTRICTED, reached ? steps[t] : experiment.horizon());
      double most = measure.isSquared() ? Math.sqrt(longest[t]) : longest[t];
      tally.add(RunningGradient.LARGEST, most);
    }
    return tally.means();
  }
}
