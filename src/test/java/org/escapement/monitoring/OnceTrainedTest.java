package org.escapement.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Signs;
import org.escapement.domain.AroundStart;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Monitoring;
import org.escapement.model.Objective;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LogisticRegression;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class OnceTrainedTest {
  private static final RandomKey KEY = RandomKey.of(3, "trained");
  private static final Signs ROWS = new Signs(new GaussianSignal(60, 3, 2));
  private static final Vector WRONG = Vector.of(-0.5, 0.5, -0.5);
  private static final double STEP = 0.25;

  private static Experiment experiment(Objective f, Vector start, Domain domain, Monitoring looks) {
    return new Experiment(
        f,
        new NoNoise(),
        new Sgd(new Constant(STEP)),
        new StartAt(start),
        domain,
        4000,
        Double.POSITIVE_INFINITY,
        looks);
  }

  private static ExitRows rows(Experiment e, int trajectories, int lanes) {
    assertThat(e.problems()).isEmpty();
    ExitTimes all = ExitTimes.keepingBelow(Long.MAX_VALUE);
    return Simulation.run(e, KEY, all, new Chunk(0, 0, trajectories), lanes).rows().orElseThrow();
  }

  private static long[] steps(ExitRows rows) {
    return IntStream.range(0, rows.size()).mapToLong(rows::step).toArray();
  }

  /** Gradient descent without noise, followed step by step. */
  @Test
  void countsTheTrainingInWholeLooks() {
    LogisticRegression f = new LogisticRegression(ROWS, 60, "without-replacement", 0.01);
    long looked = byHand(f, 7);
    long always = byHand(f, 1);
    assertThat(looked).isGreaterThan(always);
    for (int every : new int[] {1, 7}) {
      Monitoring rule = new OnceTrained(0.9, every);
      Experiment e = experiment(f, WRONG, new AroundStart(0.3), rule);
      assertThat(steps(rows(e, 2, 2))).containsOnly(every == 1 ? always : looked);
    }
  }

  private static long byHand(LogisticRegression f, int every) {
    double[][] w = {{WRONG.at(0)}, {WRONG.at(1)}, {WRONG.at(2)}};
    double[][] gradient = new double[3][1];
    double[] accuracy = new double[1];
    double[] center = new double[0];
    for (long step = 1; step < 4000; step++) {
      f.gradient(w, 1, gradient);
      double square = 0;
      for (int k = 0; k < 3; k++) {
        w[k][0] -= STEP * gradient[k][0];
        square += center.length == 0 ? 0 : (w[k][0] - center[k]) * (w[k][0] - center[k]);
      }
      if (square >= 0.09) {
        return step;
      }
      f.accuracy(w, 1, accuracy);
      if (center.length == 0 && step % every == 0 && accuracy[0] > 0.9) {
        center = new double[] {w[0][0], w[1][0], w[2][0]};
      }
    }
    return -1;
  }

  /** Trajectories that change lanes, and lanes that get others, keep their own place. */
  @Test
  void lanesDoNotMatter() {
    LogisticRegression f = new LogisticRegression(ROWS, 2, "with-replacement", 0.01);
    Experiment e = experiment(f, WRONG, new AroundStart(0.7), new OnceTrained(0.85, 5));
    long[] steps = steps(rows(e, 200, 64));
    assertThat(steps(rows(e, 200, 1))).isEqualTo(steps);
    assertThat(steps(rows(e, 200, 7))).isEqualTo(steps);
    assertThat(Arrays.stream(steps).distinct().count()).isGreaterThan(20);
  }

  /** The first look comes after the horizon. */
  @Test
  void nobodyLeavesUntrained() {
    LogisticRegression f = new LogisticRegression(ROWS, 60, "without-replacement", 0.01);
    Experiment e = experiment(f, WRONG, new AroundStart(1e-3), new OnceTrained(0.5, 5000));
    ExitSummary summary =
        Simulation.run(e, KEY, ExitTimes.summaryOnly(), new Chunk(0, 0, 2), 2).summary();
    assertThat(summary.censored()).isEqualTo(2);
  }

  @Test
  void needsClassesAndARadius() {
    Monitoring rule = new OnceTrained(0.9, 10);
    assertThat(
            experiment(new Quadratic(Vector.of(1)), Vector.of(0), new Interval(-1, 1), rule)
                .problems())
        .containsExactly(
            "monitoring: once-trained needs an objective that predicts classes, such as"
                + " logistic-regression");
    LogisticRegression f = new LogisticRegression(ROWS, 60, "without-replacement", 0.01);
    assertThat(experiment(f, WRONG, new WholeSpace(), rule).problems())
        .isEqualTo(List.of("monitoring: once-trained needs the domain around-start, or a ball"));
  }
}
