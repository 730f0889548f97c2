package org.escapement.dynamics;

import java.util.List;
import org.escapement.model.Dynamics;

/** The dynamics that see an objective through the samples that it shows them, if any. */
final class Optimisers {
  private static final List<Class<? extends Dynamics>> ALL =
      List.of(
          Sgd.class,
          HeavyBall.class,
          DelayedHeavyBall.class,
          PytorchMomentum.class,
          NormalisedHeavyBall.class,
          Nesterov.class,
          QuasiHyperbolic.class);

  private Optimisers() {}

  /**
   * Nothing if it is one of them.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void check(Dynamics of) {
    if (!ALL.contains(of.getClass())) {
      throw new IllegalArgumentException(
          "of must be an optimiser, such as sgd or heavy-ball, got " + of);
    }
  }
}
