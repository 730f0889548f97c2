package org.escapement.theory;

import java.util.List;

/** Everything that theory has to say, in a fixed order. */
public final class Predictions {
  private Predictions() {}

  /** All predictions. */
  public static List<Prediction> all() {
    return List.of();
  }
}
