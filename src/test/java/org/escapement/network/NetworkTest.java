package org.escapement.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.escapement.data.Batches;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.NoData;
import org.escapement.data.Rows;
import org.escapement.data.Signs;
import org.escapement.data.Torus;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Piecewise;
import org.escapement.model.Batch;
import org.escapement.model.Curved;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.LogisticRegression;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks against an independent implementation, and against what they must be. */
@Tag("digits")
class NetworkTest {
  private static final RandomKey KEY = new RandomKey(3, 4);

  private static Network network(
      DataSet data, List<Integer> hidden, String activation, String loss, int outputs) {
    return network(data, hidden, activation, loss, outputs, new Constant(1));
  }

  private static Network network(
      DataSet data,
      List<Integer> hidden,
      String activation,
      String loss,
      int outputs,
      Schedule batch) {
    return new Network(
        data, hidden, activation, loss, outputs, batch, "without-replacement", new NoData());
  }

  /** The lines of src/test/python/network_reference.py. */
  static Stream<String> reference() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                NetworkTest.class.getResourceAsStream("reference.csv"), StandardCharsets.UTF_8))) {
      return lines.lines().toList().stream();
    }
  }

  /** Some 30 roundings of numbers of size 10 in each. */
  @ParameterizedTest
  @MethodSource("reference")
  void agreesWithAnIndependentImplementation(String line) {
    String[] fields = line.split(",", -1);
    List<Integer> hidden =
        Arrays.stream(fields[0].split(" "))
            .filter(w -> !w.isEmpty())
            .map(Integer::valueOf)
            .toList();
    int outputs = Integer.parseInt(fields[3]);
    DataSet data = new Sample(Integer.parseInt(fields[4]), outputs);
    Network network = network(data, hidden, fields[1], fields[2], outputs);
    double[] expected =
        Arrays.stream(fields[6].split(" ")).mapToDouble(Double::parseDouble).toArray();
    double[] found = quantity(network, fields[5]);
    assertThat(found).hasSameSizeAs(expected);
    for (int k = 0; k < expected.length; k++) {
      assertThat(found[k]).isCloseTo(expected[k], within(3e-14 * (1 + Math.abs(expected[k]))));
    }
  }

  private static double[] quantity(Network network, String word) {
    int d = network.dimension();
    double[][] w = Sample.weights(d);
    return switch (word) {
      case "value" -> new double[] {value(network, w)};
      case "gradient" -> gradient(network, w);
      default -> hessianTimes(network, w, Sample.direction(d));
    };
  }

  private static double value(Objective objective, double[][] w) {
    double[] out = new double[1];
    objective.value(w, 1, out);
    return out[0];
  }

  private static double[] gradient(Objective objective, double[][] w) {
    double[][] out = new double[w.length][1];
    objective.gradient(w, 1, out);
    return first(out);
  }

  private static double[] hessianTimes(Curved objective, double[][] w, double[][] v) {
    double[][] out = new double[w.length][1];
    objective.hessianTimes(w, v, 1, out);
    return first(out);
  }

  private static double[] first(double[][] lanes) {
    return Arrays.stream(lanes).mapToDouble(lane -> lane[0]).toArray();
  }

  private static double[][] random(int dimension, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] w = new double[dimension][1];
    Arrays.setAll(w, k -> new double[] {random.nextDouble(-1, 1)});
    return w;
  }

  /** The Hessian of many rows, more than a block, is symmetric and that of differences. */
  @Test
  void hessianIsSymmetric() {
    Network network =
        network(new Clusters(300, 5, 4, 0.8), List.of(7, 6), "tanh", "cross-entropy", 4);
    int d = network.dimension();
    double[][] w = random(d, 1);
    double[][] u = random(d, 2);
    double[][] v = random(d, 3);
    double[] hu = hessianTimes(network, w, u);
    double[] hv = hessianTimes(network, w, v);
    double uhv = 0;
    double vhu = 0;
    for (int k = 0; k < d; k++) {
      uhv += u[k][0] * hv[k];
      vhu += v[k][0] * hu[k];
    }
    assertThat(uhv).isCloseTo(vhu, within(1e-12));
    assertThat(Math.abs(uhv)).isGreaterThan(1e-3);
  }

  /** Without hidden layers, and with one output: least squares with a column of ones. */
  @Test
  void linearNetworkIsLeastSquares() {
    DataSet data = new Torus(40, 3, 1.25, 0.75);
    Network network = network(data, List.of(), "relu", "squared", 1);
    LeastSquares linear = new LeastSquares(new WithOne(data), 1, "without-replacement");
    double[][] w = random(7, 4);
    assertThat(network.dimension()).isEqualTo(7);
    assertThat(value(network, w)).isCloseTo(value(linear, w), within(1e-14));
    assertThat(gradient(network, w)).containsExactly(gradient(linear, w), within(1e-14));
    double[][] v = random(7, 5);
    assertThat(hessianTimes(network, w, v))
        .containsExactly(hessianTimes(linear, w, v), within(1e-14));
  }

  /** Only the difference of two outputs counts, and their gradients are opposite. */
  @Test
  void linearNetworkOfTwoClassesIsLogisticRegression() {
    DataSet data = new Torus(40, 3, 1.25, 0.75);
    Network network = network(new ZeroOne(data), List.of(), "relu", "cross-entropy", 2);
    LogisticRegression logistic =
        new LogisticRegression(new WithOne(new Signs(data)), 1, "without-replacement", 0);
    double[][] w = random(14, 6);
    double[][] difference = new double[7][1];
    for (int k = 0; k < 7; k++) {
      difference[k][0] = w[2 * k + 1][0] - w[2 * k][0];
    }
    assertThat(value(network, w)).isCloseTo(value(logistic, difference), within(1e-14));
    double[] both = gradient(network, w);
    double[] one = gradient(logistic, difference);
    for (int k = 0; k < 7; k++) {
      assertThat(both[2 * k + 1]).isCloseTo(one[k], within(1e-14));
      assertThat(both[2 * k]).isCloseTo(-one[k], within(1e-14));
    }
  }

  /** Another data set with a last coordinate that is 1. */
  private record WithOne(DataSet of) implements DataSet {
    @Override
    public Rows rows(Files files) {
      Rows rows = org.escapement.data.Loaded.rows(of);
      double[][] x = new double[rows.count()][rows.dimension() + 1];
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < rows.dimension(); k++) {
          x[i][k] = rows.at(i, k);
        }
        x[i][rows.dimension()] = 1;
      }
      return Rows.of(x, rows.targets());
    }
  }

  /** Another data set with the class 1 where its target is not negative, and else 0. */
  private record ZeroOne(DataSet of) implements DataSet {
    @Override
    public Rows rows(Files files) {
      Rows rows = org.escapement.data.Loaded.rows(of);
      double[][] x = new double[rows.count()][rows.dimension()];
      for (int i = 0; i < x.length; i++) {
        for (int k = 0; k < rows.dimension(); k++) {
          x[i][k] = rows.at(i, k);
        }
      }
      return Rows.of(x, Arrays.stream(rows.targets()).map(y -> y >= 0 ? 1 : 0).toArray());
    }
  }

  /** Bit for bit, over several blocks of rows. */
  @Test
  void batchOfAllRowsHasTheGradientOfAll() {
    MeanLoss mean =
        new MeanLoss(new Clusters(300, 5, 4, 0.8), List.of(7, 6), "relu", "cross-entropy", 4);
    double[] w = first(random(mean.dimension(), 7));
    double[] padded = Arrays.copyOf(w, mean.layers().stride());
    double[] out = new double[padded.length];
    int[] all = new int[300];
    Arrays.setAll(all, i -> i);
    Batches batches =
        new Batches() {
          @Override
          public void draw(Batch lanes) {}

          @Override
          public int[] at(int phase) {
            return all;
          }
        };
    BatchGradients.constant(batches, 300, mean.layers(), mean.passes(300))
        .gradient(padded, 0, 0, out);
    double[] expected = gradient(mean, random(mean.dimension(), 7));
    assertThat(Arrays.copyOf(out, w.length)).isEqualTo(expected);
  }

  private static double[] sampled(Network network, int lanes, int steps) {
    Batch batch = new Batch(lanes, network.dimension(), Vector.zero(network.dimension()));
    for (int i = 0; i < lanes; i++) {
      batch.add(i);
    }
    LaneSamples samples = (LaneSamples) network.startSamples(new Draws(KEY, lanes), lanes);
    double[] w = Arrays.copyOf(first(random(network.dimension(), 8)), samples.stride());
    double[] out = new double[samples.stride()];
    double[] all = new double[steps];
    for (int step = 0; step < steps; step++) {
      if (step % Draws.PHASES == 0) {
        samples.draw(batch);
      }
      samples.gradient(w, lanes - 1, step % Draws.PHASES, out);
      all[step] = out[0];
      if (step % Draws.PHASES == Draws.PHASES - 1) {
        batch.countSteps();
      }
    }
    return all;
  }

  /**
   * A schedule that changes at step 6 only: before, and from there on, the batches of a constant.
   */
  @Test
  void batchesFollowTheirSchedule() {
    DataSet data = new Clusters(40, 3, 3, 0.8);
    for (String sampling : List.of("without-replacement", "with-replacement")) {
      double[] changing = sampled(batched(data, schedule(), sampling), 3, 12);
      double[] small = sampled(batched(data, new Constant(5), sampling), 3, 12);
      double[] large = sampled(batched(data, new Constant(33), sampling), 3, 12);
      assertThat(Arrays.copyOf(changing, 6)).isEqualTo(Arrays.copyOf(small, 6));
      assertThat(Arrays.copyOfRange(changing, 6, 12)).isEqualTo(Arrays.copyOfRange(large, 6, 12));
    }
    assertThatThrownBy(() -> batched(data, schedule(), "reshuffling"))
        .hasMessage("batch must be constant where sampling is reshuffling");
  }

  private static Schedule schedule() {
    return new Piecewise(Vector.of(5.2, 32.7), Vector.of(0, 6));
  }

  private static Network batched(DataSet data, Schedule batch, String sampling) {
    return new Network(data, List.of(4), "tanh", "cross-entropy", 0, batch, sampling, new NoData());
  }

  @Test
  void outputsFollowFromTheTargets() {
    DataSet three = new Clusters(40, 2, 3, 0.8);
    DataSet two = new Clusters(40, 2, 2, 0.8);
    assertThat(network(three, List.of(), "relu", "squared", 0).outputs()).isEqualTo(3);
    assertThat(network(two, List.of(), "relu", "squared", 0).outputs()).isEqualTo(1);
    assertThat(network(two, List.of(), "relu", "cross-entropy", 0).outputs()).isEqualTo(2);
    assertThat(network(new Sample(7, 1), List.of(), "relu", "squared", 0).outputs()).isEqualTo(1);
    assertThatThrownBy(() -> network(new Sample(7, 1), List.of(), "relu", "cross-entropy", 0))
        .hasMessage(
            "data must have targets that are whole numbers from 0 to 1, that of row 0 is -2.0");
    assertThatThrownBy(
            () ->
                new Network(
                    two,
                    List.of(),
                    "relu",
                    "cross-entropy",
                    0,
                    new Constant(1),
                    "without-replacement",
                    three))
        .hasMessage(
            "test must have targets that are whole numbers from 0 to 1, that of row 2 is 2.0");
  }

  @Test
  void wordsAreChecked() {
    DataSet data = new Clusters(9, 2, 3, 0.8);
    assertThatThrownBy(() -> network(data, List.of(), "sigmoid", "squared", 0))
        .hasMessage("activation must be one of [relu, tanh], got sigmoid");
    assertThatThrownBy(() -> network(data, List.of(), "relu", "hinge", 0))
        .hasMessage("loss must be one of [squared, cross-entropy], got hinge");
    assertThatThrownBy(() -> network(data, List.of(3, 0), "relu", "squared", 0))
        .hasMessage("hidden[1] must be in [1, 65536], got 0");
    assertThatThrownBy(() -> network(data, List.of(), "relu", "squared", 0, new Constant(10)))
        .hasMessage("batch must be in [1, 9], got 10.0");
  }

  /** By hand: (8 + 1) 65536 + (65536 + 1) 65536 + (65536 + 1) 8; places in it are no ints. */
  @Test
  void matricesTooLargeAreRefused() {
    DataSet data = new Clusters(9, 2, 3, 0.8);
    String message = "hidden [65536, 65535] gives matrices of 4296146952 numbers, more than 2^30";
    assertThatThrownBy(() -> network(data, List.of(65536, 65535), "relu", "squared", 3))
        .hasMessage(message);
    assertThat(network(data, List.of(65536, 8192), "relu", "squared", 3).dimension())
        .isEqualTo(3 * 65536 + 65537 * 8192 + 8193 * 3);
  }

  /** He et al. 2015, equation 10. */
  @Test
  void weightsBeginWithTheirDeviations() {
    DataSet data = new Clusters(9, 2, 3, 0.8);
    double hidden = Math.sqrt(2.0 / 2);
    double last = Math.sqrt(1.0 / 4);
    double[] relu = network(data, List.of(4), "relu", "squared", 0).initialDeviations().toArray();
    assertThat(relu).hasSize(8 + 4 + 12 + 3);
    assertThat(Arrays.copyOf(relu, 8)).containsOnly(hidden);
    assertThat(Arrays.copyOfRange(relu, 8, 12)).containsOnly(0);
    assertThat(Arrays.copyOfRange(relu, 12, 24)).containsOnly(last);
    assertThat(Arrays.copyOfRange(relu, 24, 27)).containsOnly(0);
    double[] tanh = network(data, List.of(4), "tanh", "squared", 0).initialDeviations().toArray();
    assertThat(Arrays.copyOf(tanh, 8)).containsOnly(Math.sqrt(1.0 / 2));
  }

  /** Weights that put out the class of the only input's sign, then those that are no numbers. */
  @Test
  void accuracyCountsRows() {
    DataSet data = new Sample(6, 2);
    Network network =
        new Network(
            data,
            List.of(),
            "relu",
            "cross-entropy",
            2,
            new Constant(1),
            "without-replacement",
            new Sample(5, 2));
    double[][] w = new double[8][2];
    w[1][0] = 1;
    Arrays.stream(w).forEach(lane -> lane[1] = Double.NaN);
    double[] out = new double[2];
    network.accuracy(w, 2, out);
    int right = 0;
    Rows rows = org.escapement.data.Loaded.rows(data);
    for (int i = 0; i < 6; i++) {
      right += (rows.at(i, 0) > 0 ? 1 : 0) == rows.targets()[i] ? 1 : 0;
    }
    assertThat(out).containsExactly(right / 6.0, 0);
    assertThat(network.unseen()).isPresent();
    assertThat(network.unseen().get().dimension()).isEqualTo(8);
    assertThat(network(data, List.of(), "relu", "squared", 2).unseen()).isEmpty();
  }

  /** Of one output the sign counts. */
  @Test
  void accuracyOfOneOutput() {
    Network network = network(new Sample(7, 1), List.of(), "relu", "squared", 1);
    double[] out = new double[1];
    network.accuracy(new double[][] {{0}, {0}, {0}, {1}}, 1, out);
    assertThat(out[0]).isEqualTo(3 / 7.0);
  }
}
