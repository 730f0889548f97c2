package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Batch;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  private static final long HORIZON = 1000;

  @Test
  void differencesAndTheirErrors() {
    long[] a = steps(1, 5000);
    long[] b = Arrays.stream(a).map(n -> Math.max(1, n - 5 + n % 7)).toArray();
    PairedDifference paired = PairedDifference.of(summary(a, b, 0));
    double[] timeA = Arrays.stream(a).mapToDouble(n -> 0.1 * Math.min(n, HORIZON)).toArray();
    double[] timeB = Arrays.stream(b).mapToDouble(n -> 0.1 * Math.min(n, HORIZON)).toArray();
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> timeA[i] - timeB[i]);
    double mean = Arrays.stream(difference).average().orElseThrow();
    double stdError = Math.sqrt(variance(difference) / a.length);
    assertThat(paired.pairs()).isEqualTo(5000);
    assertThat(paired.difference().orElseThrow()).isCloseTo(mean, within(1e-12));
    assertThat(paired.stdError().orElseThrow()).isCloseTo(stdError, within(1e-12));
    assertThat(paired.ciLow().orElseThrow()).isCloseTo(mean - 1.95996398 * stdError, within(1e-9));
    assertThat(paired.ciHigh().orElseThrow()).isCloseTo(mean + 1.95996398 * stdError, within(1e-9));
    assertThat(paired.independentStdError().orElseThrow())
        .isCloseTo(Math.sqrt((variance(timeA) + variance(timeB)) / a.length), within(1e-12));
  }

  @Test
  void cutsDoNotMatter() throws IOException {
    long[] a = steps(2, 1000);
    long[] b = steps(3, 1000);
    DifferenceSummary whole = summary(a, b, 0);
    DifferenceSummary front = summary(Arrays.copyOf(a, 317), Arrays.copyOf(b, 317), 0);
    DifferenceSummary back =
        summary(Arrays.copyOfRange(a, 317, 1000), Arrays.copyOfRange(b, 317, 1000), 317);
    assertThat(bytes(back.merge(front))).isEqualTo(bytes(whole));
    DifferenceSummary read =
        DifferenceSummary.read(new DataInputStream(new ByteArrayInputStream(bytes(whole))));
    assertThat(PairedDifference.of(read)).isEqualTo(PairedDifference.of(whole));
  }

  @Test
  void pairsWithADivergedOneAreCountedAndLeftOut() {
    long[] a = steps(4, 100);
    long[] b = steps(5, 100);
    b[10] = -3;
    a[20] = -3;
    PairedDifference paired = PairedDifference.of(summary(a, b, 0));
    assertThat(paired.pairs()).isEqualTo(98);
    assertThat(paired.diverged()).isEqualTo(2);
    assertThat(paired.difference()).isPresent();
  }

  @Test
  void pairsThatStayedInsideKnowNoDifference() {
    long[] stayed = new long[100];
    Arrays.fill(stayed, HORIZON + 1);
    PairedDifference paired = PairedDifference.of(summary(stayed, stayed, 0));
    assertThat(paired.pairs()).isEqualTo(100);
    assertThat(paired.difference()).isEmpty();
    assertThat(paired.stdError()).isEmpty();
  }

  @Test
  void refusesDifferentTrajectories() {
    ExitRows a = rows(experiment(), steps(1, 10), 0);
    ExitRows b = rows(experiment(), steps(1, 10), 10);
    assertThatThrownBy(() -> DifferenceSummary.of(a, b, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows of different trajectories: 10 from 0 and 10 from 10");
  }

  private static DifferenceSummary summary(long[] a, long[] b, long first) {
    double end = HORIZON * 0.1;
    return DifferenceSummary.of(rows(experiment(), a, first), rows(experiment(), b, first), end);
  }

  private static long[] steps(int seed, int n) {
    return Samples.geometric(new SplittableRandom(seed), 0.002, n);
  }

  /** Rows of trajectories that exit after so many steps; of a negative number, diverge. */
  private static ExitRows rows(Experiment experiment, long[] steps, long first) {
    Recorder<ExitSummary> recorder =
        new ExitTimes(Long.MAX_VALUE, 0)
            .start(
                new Setting(experiment, new RandomKey(0, 0), new Chunk(0, first, steps.length), 1));
    Batch batch = new Batch(1, 1, Vector.of(0));
    batch.add(first);
    for (int i = 0; i < steps.length; i++) {
      batch.refill(0, first + i);
      long made = Math.min(Math.abs(steps[i]), HORIZON);
      Ending how =
          steps[i] < 0 ? Ending.DIVERGED : steps[i] > HORIZON ? Ending.CENSORED : Ending.EXITED;
      recorder.onEnding(batch, 0, how, made, how == Ending.EXITED ? 0 : -1);
    }
    recorder.finish();
    return recorder.rows().orElseThrow();
  }

  private static Experiment experiment() {
    return new Experiment(
        new Quadratic(Vector.of(1)),
        new Gaussian(1),
        new Sgd(new Constant(0.1)),
        Vector.of(0),
        new Interval(-1, 1),
        HORIZON,
        1e6);
  }

  private static double variance(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    return Arrays.stream(x).map(each -> (each - mean) * (each - mean)).sum() / (x.length - 1);
  }

  private static byte[] bytes(DifferenceSummary summary) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    summary.write(new DataOutputStream(out));
    return out.toByteArray();
  }
}
