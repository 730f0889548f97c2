package org.escapement.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.NoData;
import org.escapement.dynamics.Constant;
import org.escapement.model.Objective;
import org.escapement.model.Start;
import org.escapement.model.Vector;
import org.escapement.objective.LeastSquares;
import org.escapement.start.InitialWeights;
import org.escapement.start.SharedStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("digits")
class LinearisedTest {
  private static final DataSet DATA = new Clusters(9, 4, 2, 0.4);
  private static final List<Integer> HIDDEN = List.of(5, 3);
  private static final Start AT = new SharedStart(new InitialWeights(1), 7);

  private static Network network(String activation) {
    return new Network(
        DATA,
        HIDDEN,
        activation,
        "squared",
        1,
        new Constant(9),
        "without-replacement",
        new NoData());
  }

  private static LeastSquares linear(String activation) {
    return new LeastSquares(new Linearised(DATA, HIDDEN, activation, AT), 9, "without-replacement");
  }

  /** At a point, moved by e times a fixed direction; as arrays of one lane. */
  private static double[][] moved(double[] from, double e) {
    double[][] x = new double[from.length][1];
    for (int k = 0; k < from.length; k++) {
      x[k][0] = from[k] + e * Math.rint(7 * StrictMath.sin(k + 1)) / 7;
    }
    return x;
  }

  private static double value(Objective f, double[][] x) {
    double[] out = new double[1];
    f.value(x, 1, out);
    return out[0];
  }

  /** What is left out of the outputs is of second order, and of the loss, too. */
  @ParameterizedTest
  @ValueSource(strings = {"tanh", "relu"})
  void lossAndGradientAreThoseOfTheNetworkAtThePoint(String activation) {
    Network network = network(activation);
    LeastSquares linear = linear(activation);
    double[] w = AT.position(network).orElseThrow().toArray();
    double[] zero = new double[w.length];
    assertThat(linear.dimension()).isEqualTo(network.dimension());
    assertThat(value(linear, moved(zero, 0))).isCloseTo(value(network, moved(w, 0)), within(1e-14));
    double[][] slope = new double[w.length][1];
    double[][] expected = new double[w.length][1];
    linear.gradient(moved(zero, 0), 1, slope);
    network.gradient(moved(w, 0), 1, expected);
    for (int k = 0; k < w.length; k++) {
      assertThat(slope[k][0]).isCloseTo(expected[k][0], within(1e-13));
    }
  }

  @Test
  void theRestIsOfSecondOrder() {
    Network network = network("tanh");
    LeastSquares linear = linear("tanh");
    double[] w = AT.position(network).orElseThrow().toArray();
    double[] zero = new double[w.length];
    double[] rest = new double[2];
    for (int i = 0; i < 2; i++) {
      double e = i == 0 ? 2e-4 : 1e-4;
      rest[i] = value(network, moved(w, e)) - value(linear, moved(zero, e));
    }
    assertThat(rest[0] / rest[1]).isCloseTo(4, within(0.05));
  }

  /** Without the rows the network has at least one input; with 100 000 inputs it is too large. */
  @Test
  void matricesTooLargeAreRefused() {
    assertThatThrownBy(() -> new Linearised(DATA, List.of(65536, 65535), "tanh", AT))
        .hasMessage("hidden [65536, 65535] gives matrices of 4296146952 numbers, more than 2^30");
    DataSet wide = new Clusters(1, 100_000, 1, 0.4);
    Linearised large = new Linearised(wide, List.of(65536), "tanh", AT);
    assertThatThrownBy(() -> Loaded.rows(large))
        .hasMessageContaining("hidden [65536] gives matrices of 6554189832 numbers");
  }

  @Test
  void needsOnePoint() {
    Linearised apart = new Linearised(DATA, HIDDEN, "tanh", new InitialWeights(1));
    assertThatThrownBy(() -> Loaded.rows(apart)).hasMessageContaining("at must be one position");
    assertThatThrownBy(
            () ->
                Loaded.rows(
                    new Linearised(
                        DATA, HIDDEN, "tanh", new org.escapement.model.StartAt(Vector.of(1, 2)))))
        .hasMessageContaining("at has 2 coordinates, the network 47");
  }
}
