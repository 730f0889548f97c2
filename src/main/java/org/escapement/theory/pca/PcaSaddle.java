package org.escapement.theory.pca;

import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.Cone;
import org.escapement.domain.Slab;
import org.escapement.simulate.Experiment;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.saddle.LinearGrowth;
import org.escapement.theory.saddle.PassageLaw;
import org.escapement.theory.saddle.RandomVariance;

/**
 * Heavy ball on streaming PCA that begins at rest exactly at the saddle below the top: only the
 * axis of the largest lambda is unstable there, and the tangent of the angle from the saddle grows
 * as a ball runs down an inverted parabola, kicked by samples.
 *
 * @param gap largest lambda minus that of the saddle
 * @param alpha square root of their product, the standard deviation of the kicks on the gradient
 * @param tangent of the angle at which the domain ends
 * @param offset the coordinate along the top axis there, on the unit sphere
 */
record PcaSaddle(Descent descent, double gap, double alpha, double tangent, double offset) {
  /** By how much the noise must grow to be seen: the law is one of many e-folds. */
  private static final double WIDE = 3;

  static Optional<PcaSaddle> of(Experiment experiment) {
    Optional<PcaStream> stream = PcaStream.of(experiment);
    Optional<Descent> descent =
        Descent.of(experiment)
            .filter(d -> d.form() == Descent.Form.HEAVY_BALL && d.momentum() >= 0)
            .filter(d -> d.clock() == Descent.Clock.GRADIENT);
    if (stream.isEmpty() || descent.isEmpty()) {
      return Optional.empty();
    }
    int top = stream.get().top();
    int saddle = saddle(stream.get(), experiment);
    OptionalDouble offset = offset(experiment, top + 1);
    if (saddle < 0 || offset.isEmpty() || !LimitOde.isSlow(stream.get(), descent.get())) {
      return Optional.empty();
    }
    double h = offset.getAsDouble();
    double alpha = Math.sqrt(stream.get().lambda(top) * stream.get().lambda(saddle));
    double gap = stream.get().gap(saddle);
    return Optional.of(new PcaSaddle(descent.get(), gap, alpha, h / Math.sqrt(1 - h * h), h))
        .filter(s -> s.tangent >= WIDE * s.spread());
  }

  /** The axis of the start, if it is a unit vector there and only the top is above; else -1. */
  private static int saddle(PcaStream stream, Experiment experiment) {
    int saddle = -1;
    for (int k = 0; k < stream.dimension(); k++) {
      double x = Math.abs(experiment.position().at(k));
      if (x != 0 && (x != 1 || saddle >= 0)) {
        return -1;
      }
      saddle = x == 1 ? k : saddle;
    }
    int above = 0;
    for (int k = 0; k < stream.dimension() && saddle >= 0; k++) {
      above += k != saddle && stream.lambda(k) >= stream.lambda(saddle) ? 1 : 0;
    }
    return above == 1 && stream.gap(saddle) > 0 ? saddle : -1;
  }

  private static OptionalDouble offset(Experiment experiment, int axis) {
    if (experiment.domain() instanceof Cone cone && cone.axis() == axis && cone.share() < 1) {
      return OptionalDouble.of(Math.sqrt(cone.share()));
    }
    return experiment.domain() instanceof Slab slab && slab.axis() == axis && slab.halfWidth() < 1
        ? OptionalDouble.of(slab.halfWidth())
        : OptionalDouble.empty();
  }

  /** Growth of the logarithm of the distance in a step, as step sizes go to 0. */
  double leadingRate() {
    return descent.effectiveStep() * gap;
  }

  /** sqrt(V), V = eta alpha^2/(2 (1 - beta) gap): the noise over one e-fold. */
  double spread() {
    return alpha * Math.sqrt(descent.effectiveStep() / (2 * gap));
  }

  /** The law of the exit by the exact roots of the linear recursion. */
  PassageLaw law() {
    double kick = descent.rate() * alpha;
    return new PassageLaw(
        new LinearGrowth(descent.rate() * gap, descent.momentum()),
        tangent,
        0,
        RandomVariance.of(kick * kick));
  }
}
