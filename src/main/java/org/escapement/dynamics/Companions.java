package org.escapement.dynamics;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;

/** Dynamics that take step size and momentum from another one, to be compared with it. */
public final class Companions {
  private static final List<String> WORDS =
      List.of(
          "sgd",
          "heavy-ball",
          "nesterov",
          "sgd-equation-1",
          "sgd-equation-2",
          "hessian-aware",
          "heavy-ball-equation-1",
          "heavy-ball-equation-2",
          "nesterov-equation-2");

  private Companions() {}

  /** Their words in the catalogue. */
  public static List<String> words() {
    return WORDS;
  }

  /**
   * The dynamics of that word.
   *
   * @param word one of {@link #words}
   * @param of gives step size and momentum
   * @param substeps of the integrator, where there is one
   * @throws IllegalArgumentException when a momentum is needed and {@code of} has none
   */
  public static Dynamics of(String word, Dynamics of, int substeps) {
    Schedule eta = of.stepSize();
    return switch (word) {
      case "sgd" -> new Sgd(eta);
      case "heavy-ball" -> new HeavyBall(eta, momentum(word, of));
      case "nesterov" -> new Nesterov(eta, momentum(word, of));
      case "sgd-equation-1" -> new SgdEquation1(eta, substeps);
      case "sgd-equation-2" -> new SgdEquation2(eta, substeps);
      case "hessian-aware" -> new HessianAware(eta, substeps);
      case "heavy-ball-equation-1" -> new HeavyBallEquation1(eta, momentum(word, of), substeps);
      case "heavy-ball-equation-2" -> new HeavyBallEquation2(eta, momentum(word, of), substeps);
      case "nesterov-equation-2" -> new NesterovEquation2(eta, momentum(word, of), substeps);
      default -> throw new IllegalArgumentException("must be one of " + WORDS + ", got " + word);
    };
  }

  private static Schedule momentum(String word, Dynamics of) {
    return momentum(of)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    word + " needs a momentum, which it cannot take from " + of));
  }

  private static Optional<Schedule> momentum(Dynamics of) {
    if (of instanceof HeavyBall d) {
      return Optional.of(d.momentum());
    }
    if (of instanceof Nesterov d) {
      return Optional.of(d.momentum());
    }
    if (of instanceof HeavyBallEquation1 d) {
      return Optional.of(d.momentum());
    }
    if (of instanceof HeavyBallEquation2 d) {
      return Optional.of(d.momentum());
    }
    return of instanceof NesterovEquation2 d ? Optional.of(d.momentum()) : Optional.empty();
  }
}
