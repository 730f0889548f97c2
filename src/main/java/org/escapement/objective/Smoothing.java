package org.escapement.objective;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;

/** What smoothing an objective f by a law makes of it: f_delta(x) = E f(x - delta u). */
record Smoothing(Objective of, SmoothingLaw law, double delta) {
  /** Waves of length 1 are then cos(6283 u): far beyond anything that is left of them. */
  static final String RANGE = "[0, 1000]";

  private static final Map<Smoothing, Objective> MADE = new ConcurrentHashMap<>();

  /**
   * Checks delta, and that the objective is a function and not samples of one.
   *
   * @throws IllegalArgumentException otherwise, or when the mean is infinite
   */
  static Smoothing of(Objective of, String law, double delta) {
    SmoothingLaw known = SmoothingLaw.of(law);
    Check.in(RANGE, delta, "delta");
    if (of instanceof SampledObjective sampled && !sampled.isExact()) {
      throw new IllegalArgumentException(
          "of must be a function itself, not one that is only seen through samples, got " + of);
    }
    Smoothing smoothing = new Smoothing(of, known, delta);
    smoothing.closedForm();
    return smoothing;
  }

  private Optional<Objective> closedForm() {
    return of instanceof Smoothable f ? f.smoothed(law, delta) : Optional.empty();
  }

  /** Whether f_delta is known: in closed form, or by a quadrature on the line. */
  boolean isKnown() {
    return of.dimension() == 1 || closedForm().isPresent();
  }

  /** f_delta, or the mean over fixed points where it is not known. Made once. */
  Objective mean() {
    return MADE.computeIfAbsent(this, Smoothing::make);
  }

  /** The same, made anew. */
  Objective make() {
    return closedForm().orElseGet(() -> SmoothingPoints.mean(of, law, delta));
  }
}
