package org.escapement.measure;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.Objective;

/** Functions of where trajectories are, by the words that job files use for them. */
final class StateFunctions {
  /** The words. */
  static final List<String> WORDS =
      List.of("loss", "mean", "second", "cross", "norm", "off-axis", "positive");

  private final Objective objective;
  private final List<String> words;
  private final List<Row> rows = new ArrayList<>();

  /** One function: the word, and the coordinates that it is of, from 1; 0 when of none. */
  record Row(String word, int i, int j) {}

  /**
   * @param words each one of {@link #WORDS}
   */
  StateFunctions(List<String> words, Objective objective) {
    this.objective = objective;
    this.words = words;
    int d = objective.dimension();
    for (String word : words) {
      switch (word) {
        case "loss", "norm" -> rows.add(new Row(word, 0, 0));
        case "mean", "off-axis", "positive" -> addSingle(word, d, false);
        case "second" -> addSingle(word, d, true);
        default -> addPairs(word, d);
      }
    }
  }

  /** What is wrong with a list of words; the message begins with what should be. */
  static void check(List<String> words) {
    for (String word : words) {
      if (!WORDS.contains(word)) {
        throw new IllegalArgumentException("of must be some of " + WORDS + ", got " + word);
      }
    }
    if (words.isEmpty() || words.stream().distinct().count() != words.size()) {
      throw new IllegalArgumentException("of must name something, each once, got " + words);
    }
  }

  private void addSingle(String word, int dimension, boolean twice) {
    for (int k = 1; k <= dimension; k++) {
      rows.add(new Row(word, k, twice ? k : 0));
    }
  }

  private void addPairs(String word, int dimension) {
    for (int k = 1; k <= dimension; k++) {
      for (int l = k + 1; l <= dimension; l++) {
        rows.add(new Row(word, k, l));
      }
    }
  }

  /** The functions, in a fixed order. */
  List<Row> rows() {
    return rows;
  }

  /** {@code out[row][i]}: the value of every function at x_i, 0 <= i < n. */
  void evaluate(double[][] x, int n, double[][] out) {
    int row = 0;
    for (String word : words) {
      if (word.equals("loss")) {
        objective.value(x, n, out[row++]);
      } else if (word.equals("norm")) {
        norm(x, n, out[row++]);
      } else if (word.equals("off-axis")) {
        offAxes(x, row, n, out);
        row += objective.dimension();
      } else if (word.equals("positive")) {
        for (int k = 0; k < objective.dimension(); k++) {
          positive(x[k], n, out[row++]);
        }
      } else {
        while (row < rows.size() && rows.get(row).word().equals(word)) {
          product(x, rows.get(row), n, out[row]);
          row++;
        }
      }
    }
  }

  /** 1 - x_k^2/|x|^2, added up of the other squares so that small shares keep their digits. */
  private void offAxes(double[][] x, int first, int n, double[][] out) {
    int d = objective.dimension();
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int k = 0; k < d; k++) {
        square += x[k][i] * x[k][i];
      }
      for (int k = 0; k < d; k++) {
        double others = 0;
        for (int l = 0; l < d; l++) {
          others += l == k ? 0 : x[l][i] * x[l][i];
        }
        out[first + k][i] = others / square;
      }
    }
  }

  /** 1 where x_k > 0, else 0. */
  private static void positive(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] > 0 ? 1 : 0;
    }
  }

  private void norm(double[][] x, int n, double[] out) {
    java.util.Arrays.fill(out, 0, n, 0.0);
    for (int k = 0; k < objective.dimension(); k++) {
      for (int i = 0; i < n; i++) {
        out[i] += x[k][i] * x[k][i];
      }
    }
  }

  /** x_i, or x_i x_j where there is a second coordinate. */
  private static void product(double[][] x, Row row, int n, double[] out) {
    System.arraycopy(x[row.i() - 1], 0, out, 0, n);
    if (row.j() > 0) {
      double[] other = x[row.j() - 1];
      for (int i = 0; i < n; i++) {
        out[i] *= other[i];
      }
    }
  }
}
