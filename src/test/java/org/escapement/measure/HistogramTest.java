package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
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
class HistogramTest {
  private static final RandomKey KEY = RandomKey.of(20261121);

  /** A flat direction: after t steps normal with deviation sqrt(t). */
  private static final Experiment FLAT =
      new Experiment(
          new Quadratic(Vector.of(1, 0)),
          new Gaussian(1),
          new Sgd(new Constant(1)),
          Vector.zero(2),
          new WholeSpace(),
          9,
          Double.POSITIVE_INFINITY);

  private static final Histogram HISTOGRAM =
      new Histogram(2, -3, 6, 6, new AtSteps(Vector.of(4, 9)));

  private static Counts run(Chunk chunk, int lanes) {
    return Simulation.run(FLAT, KEY, HISTOGRAM, chunk, lanes).summary();
  }

  /**
   * Normal probabilities of the bins, by Python's math.erfc; five standard errors, false alarm 6e-7
   * a bin.
   */
  @Test
  void countsTheSharesOfTheBins() {
    List<Histogram.Bin> bins = HISTOGRAM.shares(run(new Chunk(0, 0, 40_000), 256), FLAT);
    double[] expected = {
      // Step 4.
      0.066807201269,
      0.159820151108,
      0.273372647623,
      0.273372647623,
      0.159820151108,
      0.054582728614,
      0.010874574623,
      0.001349898032,
      // Step 9.
      0.158655253931,
      0.149882284795,
      0.191462461274,
      0.191462461274,
      0.149882284795,
      0.091848052663,
      0.044057069321,
      0.022750131948
    };
    assertThat(bins).hasSize(expected.length);
    for (int k = 0; k < expected.length; k++) {
      double p = expected[k];
      double error = Math.sqrt(p * (1 - p) / 40_000);
      assertThat(bins.get(k).share()).isCloseTo(p, within(5 * error));
      assertThat(bins.get(k).stdError()).isCloseTo(error, within(0.2 * error));
      assertThat(bins.get(k).step()).isEqualTo(k < 8 ? 4 : 9);
      assertThat(bins.get(k).of()).isEqualTo(40_000);
    }
  }

  @Test
  void neitherLanesNorChunksMatter() {
    Counts all = run(new Chunk(0, 0, 3000), 256);
    assertThat(run(new Chunk(0, 0, 3000), 7)).isEqualTo(all);
    assertThat(run(new Chunk(0, 1000, 2000), 64).merge(run(new Chunk(0, 0, 1000), 64)))
        .isEqualTo(all);
  }

  @Test
  void survivesTheLedger() throws IOException {
    Counts counts = run(new Chunk(0, 0, 500), 64);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    counts.write(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(HISTOGRAM.read(in)).isEqualTo(counts).hasSameHashCodeAs(counts);
  }

  @Test
  void namesItsReadings() {
    List<Reading> readings = HISTOGRAM.readings(run(new Chunk(0, 0, 500), 64), FLAT);
    assertThat(readings).hasSize(16);
    assertThat(readings.get(9).name()).isEqualTo("histogram.2.1");
    assertThat(readings.get(9).step()).isEqualTo(9);
    assertThat(readings.stream().limit(8).mapToDouble(Reading::value).sum())
        .isCloseTo(1, within(1e-15));
  }

  @Test
  void edgesDivideTheRange() {
    Histogram tenth = new Histogram(1, 0, 0.3, 3, new AtHorizon());
    assertThat(tenth.from(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(tenth.to(4)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(tenth.to(3)).isEqualTo(tenth.from(4)).isEqualTo(0.3);
    assertThat(IntStream.rangeClosed(1, 3).mapToDouble(tenth::from))
        .containsExactly(0.0, 0.3 * 1 / 3, 0.3 * 2 / 3);
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThatThrownBy(() -> new Histogram(1, 2, 2, 3, new AtHorizon()))
        .hasMessage("high must be above low, got 2.0 and 2.0");
    assertThat(new Histogram(3, 0, 1, 3, new AtHorizon()).problem(FLAT))
        .hasValue("coordinate must be at most 2, got 3");
    assertThat(new Histogram(2, 0, 1, 3, new AtSteps(Vector.of(10))).problem(FLAT))
        .hasValue("step 10 lies beyond the horizon, 9 steps");
    assertThat(HISTOGRAM.excludes(new Histogram(2, 0, 1, 3, new AtHorizon()))).isTrue();
    assertThat(HISTOGRAM.excludes(new Histogram(1, 0, 1, 3, new AtHorizon()))).isFalse();
  }
}
