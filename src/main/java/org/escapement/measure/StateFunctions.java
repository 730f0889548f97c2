package org.escapement.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.escapement.model.Objective;

/** Functions of where trajectories are, by the words that job files use for them. */
final class StateFunctions {
  /** Of the position. */
  private static final List<String> OF_POSITION =
      List.of("mean", "second", "cross", "norm", "off-axis", "positive");

  /** Of what comes after the position in the state, and of both together. */
  private static final List<String> OF_VELOCITY =
      List.of(
          "velocity",
          "velocity-second",
          "velocity-cross",
          "position-velocity",
          "position-velocity-cross");

  private final OfObjective values;
  private final int dimension;
  private final Projection projection;
  private final List<StateFunction> rows;
  private double[][] state = {};
  private double[][] seen = {};
  private int lanes;

  /** Scratch: |x|^2. */
  private final double[] all;

  /** In the coordinates themselves. */
  StateFunctions(List<String> words, Objective objective, int lanes) {
    this(words, Frame.PLAIN, objective, lanes);
  }

  /**
   * @param words each one that {@link #check} knows
   */
  StateFunctions(List<String> words, Frame frame, Objective objective, int lanes) {
    this.values = new OfObjective(objective, lanes);
    this.dimension = objective.dimension();
    this.projection = new Projection(frame, objective, needVelocity(words) ? 2 : 1, lanes);
    this.rows = StateFunction.of(words, dimension);
    this.all = new double[lanes];
  }

  /** What is wrong with a list of words; the message begins with what should be. */
  static void check(List<String> words) {
    check(words, Stream.of(OfObjective.WORDS, OF_POSITION, OF_VELOCITY));
  }

  /** The same where only the position can be looked at. */
  static void checkOfPosition(List<String> words) {
    check(words, Stream.of(OfObjective.WORDS, OF_POSITION));
  }

  private static void check(List<String> words, Stream<List<String>> lists) {
    List<String> known = lists.flatMap(List::stream).toList();
    for (String word : words) {
      if (!known.contains(word)) {
        throw new IllegalArgumentException("of must be some of " + known + ", got " + word);
      }
    }
    if (words.isEmpty() || words.stream().distinct().count() != words.size()) {
      throw new IllegalArgumentException("of must name something, each once, got " + words);
    }
  }

  static boolean needVelocity(List<String> words) {
    return words.stream().anyMatch(OF_VELOCITY::contains);
  }

  /** The functions, in a fixed order. */
  List<StateFunction> rows() {
    return rows;
  }

  /** Looks at n states; what {@link #evaluate} gives is of the last look. */
  void look(double[][] states, int n) {
    this.state = states;
    this.seen = projection.of(states, n);
    this.lanes = n;
  }

  /** {@code out[i]}: the value of a function at state i. */
  void evaluate(int number, double[] out) {
    StateFunction row = rows.get(number);
    if (OfObjective.WORDS.contains(row.word())) {
      values.evaluate(row.word(), state, lanes, out);
      return;
    }
    switch (row.word()) {
      case "norm" -> squares(-1, out);
      case "off-axis" -> offAxis(row.i() - 1, out);
      case "positive" -> positive(seen[row.i() - 1], out);
      default -> product(row, out);
    }
  }

  /** 1 - x_k^2/|x|^2, added up of the other squares so that small shares keep their digits. */
  private void offAxis(int k, double[] out) {
    squares(-1, all);
    squares(k, out);
    for (int i = 0; i < lanes; i++) {
      out[i] /= all[i];
    }
  }

  /** The sum of the squares of all coordinates but one. */
  private void squares(int without, double[] out) {
    Arrays.fill(out, 0, lanes, 0.0);
    for (int k = 0; k < dimension; k++) {
      if (k != without) {
        addSquare(seen[k], out);
      }
    }
  }

  private void addSquare(double[] x, double[] out) {
    for (int i = 0; i < lanes; i++) {
      out[i] += x[i] * x[i];
    }
  }

  /** 1 where x_k > 0, else 0. */
  private void positive(double[] x, double[] out) {
    for (int i = 0; i < lanes; i++) {
      out[i] = x[i] > 0 ? 1 : 0;
    }
  }

  /** One number of the state, or the product of two. */
  private void product(StateFunction row, double[] out) {
    int block = row.word().startsWith("velocity") ? dimension : 0;
    double[] first = seen[block + row.i() - 1];
    if (row.j() == 0) {
      System.arraycopy(first, 0, out, 0, lanes);
      return;
    }
    int other = OF_VELOCITY.contains(row.word()) ? dimension : 0;
    double[] second = seen[other + row.j() - 1];
    for (int i = 0; i < lanes; i++) {
      out[i] = first[i] * second[i];
    }
  }
}
