package org.escapement.model;

import java.util.Collection;
import java.util.Optional;

/** Finds the known word that a misspelt one most likely stands for. */
public final class Words {
  private Words() {}

  /**
   * "; did you mean momentum?" for the nearest of the known words by edit distance, the first of
   * equals; nothing when all are too far away.
   */
  public static String suggestion(String word, Collection<String> known) {
    return nearest(word, known).map(nearest -> "; did you mean " + nearest + "?").orElse("");
  }

  /** The suggestion, or all that is known where nothing is near. */
  public static String instead(String word, Collection<String> known) {
    String suggestion = suggestion(word, known);
    return suggestion.isEmpty() ? "; known: " + String.join(", ", known) : suggestion;
  }

  /** The nearest known word when no more than a third of the letters (at least 2) differ. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    Optional<String> nearest = Optional.empty();
    int least = Math.max(2, word.length() / 3) + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** Levenshtein's: the fewest insertions, deletions and replacements of letters. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
