package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class QuantilesTest {
  private static final RandomKey KEY = RandomKey.of(20261122);

  /** After t steps normal with deviation sqrt(t). */
  private static final Experiment FLAT = flat(new WholeSpace());

  private static final Quantiles QUANTILES =
      new Quantiles(
          List.of("mean", "norm"), Vector.of(0.1, 0.5, 0.9), new AtSteps(Vector.of(4, 9)));

  private static Experiment flat(Domain domain) {
    return new Experiment(
        new Quadratic(Vector.of(0)),
        new Gaussian(1),
        new Sgd(new Constant(1)),
        Vector.zero(1),
        domain,
        9,
        Double.POSITIVE_INFINITY);
  }

  private static Samples run(Chunk chunk, int lanes) {
    return Simulation.run(FLAT, KEY, QUANTILES, chunk, lanes).summary();
  }

  /** The numbers of the trajectories one by one, sorted: those of rank n p, rounded up. */
  @Test
  void areOrderStatistics() {
    int n = 101;
    double[] alone = new double[n];
    for (int t = 0; t < n; t++) {
      alone[t] = run(new Chunk(t, t, 1), 1).sorted(2)[0];
    }
    Arrays.sort(alone);
    Samples all = run(new Chunk(0, 0, n), 16);
    assertThat(all.rows()).isEqualTo(4);
    assertThat(all.sorted(2)).isEqualTo(alone);
    List<Quantiles.Estimate> estimates = QUANTILES.estimates(all, FLAT);
    assertThat(estimates).hasSize(12);
    assertThat(estimates.subList(6, 9))
        .extracting(Quantiles.Estimate::value)
        .containsExactly(alone[10], alone[50], alone[90]);
    Quantiles.Estimate median = estimates.get(7);
    // By the binomial law of SciPy: cdf(40, 101, 0.5) = 0.0231, cdf(41, 101, 0.5) = 0.0365.
    assertThat(median.low()).isEqualTo(alone[40]);
    assertThat(median.high()).isEqualTo(alone[60]);
    assertThat(median.stdError()).isCloseTo((alone[60] - alone[40]) / 3.92, within(1e-4));
    assertThat(median.step()).isEqualTo(9);
    assertThat(median.reading().name()).isEqualTo("q50.mean.1");
    assertThat(estimates.get(9).reading().name()).isEqualTo("q10.norm");
  }

  /** Of the normal law with deviation 3; five standard errors, false alarm 6e-7 each. */
  @Test
  void areThoseOfTheNormalLaw() {
    List<Quantiles.Estimate> estimates =
        QUANTILES.estimates(run(new Chunk(0, 0, 40_000), 256), FLAT);
    double[] expected = {-3.844654696633801, 0, 3.844654696633801};
    double[] error = {0.025641269, 0.018799712, 0.025641269};
    for (int k = 0; k < expected.length; k++) {
      Quantiles.Estimate estimate = estimates.get(6 + k);
      assertThat(estimate.value()).isCloseTo(expected[k], within(5 * error[k]));
      assertThat(estimate.stdError()).isCloseTo(error[k], within(0.2 * error[k]));
      assertThat(estimate.trajectories()).isEqualTo(40_000);
    }
  }

  /**
   * How many of 400 samples of 100 have the quantile between their limits: binomial with 0.95569,
   * 0.96480, 0.95569, the coverage of ranks 5 to 17, 40 to 61, 84 to 96; bounds by SciPy, false
   * alarm at most 1e-6 each.
   */
  @Test
  void limitsHoldTheQuantileAsOftenAsTheySay() {
    double[] truth = {-3.844654696633801, 0, 3.844654696633801};
    int[] held = new int[3];
    for (int sample = 0; sample < 400; sample++) {
      Samples of100 = run(new Chunk(sample, 100L * sample, 100), 100);
      List<Quantiles.Estimate> estimates = QUANTILES.estimates(of100, FLAT);
      for (int k = 0; k < 3; k++) {
        Quantiles.Estimate one = estimates.get(6 + k);
        held[k] += one.low() <= truth[k] && truth[k] <= one.high() ? 1 : 0;
      }
    }
    assertThat(held[0]).isBetween(359, 398);
    assertThat(held[1]).isBetween(365, 399);
    assertThat(held[2]).isBetween(359, 398);
  }

  @Test
  void neitherLanesNorChunksMatter() throws IOException {
    Samples all = run(new Chunk(0, 0, 3000), 256);
    assertThat(run(new Chunk(0, 0, 3000), 7)).isEqualTo(all).hasSameHashCodeAs(all);
    Samples merged = run(new Chunk(0, 2900, 100), 64);
    for (int chunk = 28; chunk >= 0; chunk--) {
      merged = merged.merge(run(new Chunk(chunk, 100L * chunk, 100), 64));
    }
    assertThat(merged).isEqualTo(all);
    assertThat(bytes(merged)).isEqualTo(bytes(all));
    assertThat(QUANTILES.read(new DataInputStream(new ByteArrayInputStream(bytes(all)))))
        .isEqualTo(all);
  }

  private static byte[] bytes(Samples samples) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    samples.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Those that have left are not asked; where all have, there is no quantile. */
  @Test
  void onlyThoseThatAreLeftCount() {
    Quantiles late = new Quantiles(List.of("mean"), Vector.of(0.5), new AtHorizon());
    Experiment narrow = flat(new Interval(-1e-3, 1e-3));
    Samples none = Simulation.run(narrow, KEY, late, new Chunk(0, 0, 50), 8).summary();
    Quantiles.Estimate empty = late.estimates(none, narrow).get(0);
    assertThat(empty.trajectories()).isZero();
    assertThat(empty.value()).isNaN();
    Experiment wide = flat(new Interval(-2, 2));
    Samples some = Simulation.run(wide, KEY, late, new Chunk(0, 0, 500), 8).summary();
    assertThat(some.sorted(0)).hasSizeBetween(1, 499);
    assertThat(Arrays.stream(some.sorted(0))).allMatch(x -> Math.abs(x) < 2);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new Quantiles(List.of("los"), Vector.of(0.5), new AtHorizon()))
        .hasMessageContaining("of must be some of [loss,");
    assertThatThrownBy(() -> new Quantiles(List.of("loss"), Vector.of(1), new AtHorizon()))
        .hasMessage("levels[0] must be in (0, 1), got 1.0");
    assertThatThrownBy(() -> new Quantiles(List.of("loss"), Vector.of(0.5, 0.5), new AtHorizon()))
        .hasMessageStartingWith("levels must differ");
    assertThat(new Quantiles(List.of("accuracy"), Vector.of(0.5), new AtHorizon()).problem(FLAT))
        .hasValueSatisfying(why -> assertThat(why).contains("predicts classes"));
    assertThat(QUANTILES.problem(FLAT)).isEmpty();
    assertThat(QUANTILES.keptNumbers(FLAT)).isEqualTo(4);
    Quantiles loss = new Quantiles(List.of("loss"), Vector.of(0.5), new AtHorizon());
    assertThat(QUANTILES.excludes(loss)).isFalse();
    assertThat(QUANTILES.excludes(QUANTILES)).isTrue();
  }

  @Test
  void levelsHaveShortNames() {
    StateFunction loss = new StateFunction("loss", 0, 0);
    assertThat(new Quantiles.Estimate(1, loss, 0.025, 0, 0, 0, 1).quantity())
        .isEqualTo("q2.5.loss");
    assertThat(new Quantiles.Estimate(1, loss, 0.07, 0, 0, 0, 1).quantity()).isEqualTo("q7.loss");
  }
}
