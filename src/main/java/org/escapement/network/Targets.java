package org.escapement.network;

import java.util.Arrays;
import org.escapement.data.Rows;

/** What the targets of a data set want of a network. */
final class Targets {
  private Targets() {}

  /**
   * The number of outputs.
   *
   * @param wanted 0 for as many as the targets say
   */
  static int outputs(Rows rows, String loss, int wanted) {
    if (wanted > 0) {
      return wanted;
    }
    boolean classes = Arrays.stream(rows.targets()).allMatch(Targets::isClass);
    int number = classes ? 1 + (int) Arrays.stream(rows.targets()).max().orElse(0) : 1;
    if (loss.equals("cross-entropy")) {
      return Math.max(2, number);
    }
    boolean all = Arrays.stream(rows.targets()).distinct().count() == number;
    return number >= 3 && all ? number : 1;
  }

  private static boolean isClass(double target) {
    return target >= 0 && target < 65536 && target == Math.rint(target);
  }

  /**
   * Nothing if several outputs have a class in each target.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void check(Rows rows, int outputs, String name) {
    for (int i = 0; i < rows.count() && outputs > 1; i++) {
      double target = rows.targets()[i];
      if (!isClass(target) || target >= outputs) {
        throw new IllegalArgumentException(
            "%s must have targets that are whole numbers from 0 to %d, that of row %d is %s"
                .formatted(name, outputs - 1, i, target));
      }
    }
  }
}
