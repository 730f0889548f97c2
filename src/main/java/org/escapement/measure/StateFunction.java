package org.escapement.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * A function of a state, as job files name it.
 *
 * @param word such as second
 * @param i first coordinate that it is of, from 1; 0 when of none
 * @param j second coordinate that it is of, from 1; 0 when of none
 */
public record StateFunction(String word, int i, int j) {

  /** How many functions the words name. */
  static long count(List<String> words, long dimension) {
    long count = 0;
    for (String word : words) {
      count += count(word, dimension);
    }
    return count;
  }

  private static long count(String word, long dimension) {
    if (OfObjective.WORDS.contains(word)) {
      return 1;
    }
    return switch (word) {
      case "norm" -> 1;
      case "cross", "velocity-cross" -> dimension * (dimension - 1) / 2;
      case "position-velocity-cross" -> dimension * (dimension - 1);
      default -> dimension;
    };
  }

  /** The functions that the words name, in a fixed order. */
  public static List<StateFunction> of(List<String> words, int dimension) {
    List<StateFunction> all = new ArrayList<>();
    for (String word : words) {
      add(word, dimension, all);
    }
    return all;
  }

  private static void add(String word, int dimension, List<StateFunction> all) {
    if (OfObjective.WORDS.contains(word)) {
      all.add(new StateFunction(word, 0, 0));
      return;
    }
    switch (word) {
      case "norm" -> all.add(new StateFunction(word, 0, 0));
      case "mean", "off-axis", "positive", "velocity" -> addSingle(word, dimension, false, all);
      case "second", "velocity-second", "position-velocity" ->
          addSingle(word, dimension, true, all);
      case "position-velocity-cross" -> addPairs(word, dimension, true, all);
      default -> addPairs(word, dimension, false, all);
    }
  }

  /**
   * Whether it is a number that the objective gives: no moment of coordinates, but for the loss.
   */
  public boolean isOfObjective() {
    return OfObjective.WORDS.contains(word);
  }

  private static void addSingle(String word, int dimension, boolean twice, List<StateFunction> to) {
    for (int k = 1; k <= dimension; k++) {
      to.add(new StateFunction(word, k, twice ? k : 0));
    }
  }

  private static void addPairs(
      String word, int dimension, boolean ordered, List<StateFunction> to) {
    for (int k = 1; k <= dimension; k++) {
      for (int l = ordered ? 1 : k + 1; l <= dimension; l++) {
        if (k != l) {
          to.add(new StateFunction(word, k, l));
        }
      }
    }
  }
}
