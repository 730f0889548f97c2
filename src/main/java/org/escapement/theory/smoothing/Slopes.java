package org.escapement.theory.smoothing;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.escapement.model.Objective;

/** Slopes of an objective on the line at many places, all looked at at once. */
final class Slopes {
  private Slopes() {}

  /** {@code [p]}: f' at the place p. */
  static double[] at(Objective f, int places, IntToDoubleFunction place) {
    double[][] x = new double[1][places];
    double[][] slope = new double[1][places];
    Arrays.setAll(x[0], place);
    f.gradient(x, places, slope);
    return slope[0];
  }
}
