package org.escapement.monitoring;

import org.escapement.domain.Ball;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Scored;
import org.escapement.model.Watch;
import org.escapement.random.Draws;

/**
 * Watches a trajectory once it is trained: after every K-th step its accuracy is looked at, and
 * from the first such look at which it is above a threshold it has left when it is outside of a
 * ball about where it was then, of the radius of the domain. Before that nobody leaves.
 *
 * <p>Exits are counted from step 0, so that the training is part of them, in whole multiples of K.
 * This is how T. Nguyen, U. Simsekli, M. Gurbuzbalaban, G. Richard, First exit time analysis of
 * stochastic gradient descent under heavy-tailed gradient noise, NeurIPS 2019, record exits of
 * networks (their code, K = 2000): times in units of the step size then grow with it for no other
 * reason than this.
 */
public record OnceTrained(
    @Parameter(value = "Accuracy that must be exceeded", range = "[0, 1)", standard = "0.9")
        double accuracy,
    @Parameter(
            value = "Steps K from one look at the accuracy to the next",
            unit = "steps",
            range = "[1, 1000000000]")
        int every)
    implements Monitoring {

  /** Checks the ranges. */
  public OnceTrained {
    Check.in("[0, 1)", accuracy, "accuracy");
    Check.in("[1, 1000000000]", every, "every");
  }

  @Override
  public boolean isLate() {
    return true;
  }

  @Override
  public Watch start(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain, Draws draws, int lanes) {
    if (!(objective instanceof Scored scored)) {
      throw new IllegalArgumentException(
          "once-trained needs an objective that predicts classes, such as logistic-regression");
    }
    if (!(domain instanceof Ball ball)) {
      throw new IllegalArgumentException("once-trained needs the domain around-start, or a ball");
    }
    return new AboutTrained(scored, ball.radius(), accuracy, every, lanes);
  }

  /** Remembers where each lane was trained, and whose lane it is. */
  private static final class AboutTrained implements Watch {
    private static final long NOBODY = -1;

    private final Scored objective;
    private final double radius;
    private final double threshold;
    private final long every;
    private final long[] owner;
    private final boolean[] trained;

    /** {@code [k][i]}: where lane i was trained; zero before. */
    private final double[][] center;

    private final double[] accuracy;

    AboutTrained(Scored objective, double radius, double threshold, long every, int lanes) {
      this.objective = objective;
      this.radius = radius;
      this.threshold = threshold;
      this.every = every;
      this.owner = new long[lanes];
      this.trained = new boolean[lanes];
      this.center = new double[objective.dimension()][lanes];
      this.accuracy = new double[lanes];
      java.util.Arrays.fill(owner, NOBODY);
    }

    /** Trajectories that have changed lanes come from higher ones, which are still as they were. */
    @Override
    public void draw(Batch batch) {
      for (int i = 0; i < batch.size(); i++) {
        long trajectory = batch.trajectories()[i];
        if (owner[i] != trajectory) {
          move(laneOf(trajectory), i);
          owner[i] = trajectory;
        }
      }
      java.util.Arrays.fill(owner, batch.size(), owner.length, NOBODY);
    }

    private int laneOf(long trajectory) {
      for (int i = 0; i < owner.length; i++) {
        if (owner[i] == trajectory) {
          return i;
        }
      }
      return -1;
    }

    private void move(int from, int to) {
      trained[to] = from >= 0 && trained[from];
      for (double[] coordinate : center) {
        coordinate[to] = from >= 0 ? coordinate[from] : 0;
      }
    }

    @Override
    public void margin(Batch batch, int phase, double[] out) {
      int n = batch.size();
      double[][] x = batch.state();
      if (isLookDue(batch, phase)) {
        objective.accuracy(x, n, accuracy);
        for (int i = 0; i < n; i++) {
          if (isDue(batch, i, phase) && accuracy[i] > threshold) {
            settle(x, i);
          }
        }
      }
      java.util.Arrays.fill(out, 0, n, 0.0);
      for (int k = 0; k < center.length; k++) {
        addSquare(x[k], center[k], n, out);
      }
      for (int i = 0; i < n; i++) {
        double beyond = out[i] < Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
        out[i] = trained[i] ? radius - Math.sqrt(out[i]) : beyond;
      }
    }

    private boolean isLookDue(Batch batch, int phase) {
      for (int i = 0; i < batch.size(); i++) {
        if (isDue(batch, i, phase)) {
          return true;
        }
      }
      return false;
    }

    private boolean isDue(Batch batch, int i, int phase) {
      return !trained[i] && (batch.steps()[i] + phase + 1) % every == 0;
    }

    private void settle(double[][] x, int i) {
      trained[i] = true;
      for (int k = 0; k < center.length; k++) {
        center[k][i] = x[k][i];
      }
    }

    private static void addSquare(double[] x, double[] center, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        double apart = x[i] - center[i];
        out[i] += apart * apart;
      }
    }

    @Override
    public int side(Batch batch, int lane) {
      return 0;
    }
  }
}
