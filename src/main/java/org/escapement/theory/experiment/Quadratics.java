package org.escapement.theory.experiment;

import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.Ball;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.Quadratic;

/** The curvatures of objectives that are sums of c_k x_k^2 / 2, and balls about their centre. */
public final class Quadratics {
  private Quadratics() {}

  /** c_k for each coordinate; empty for other objectives. */
  public static Optional<Vector> curvatures(Objective objective) {
    if (objective instanceof Quadratic quadratic) {
      return Optional.of(quadratic.curvature());
    }
    if (objective instanceof IsotropicQuadratic isotropic) {
      double[] all = new double[isotropic.dimension()];
      java.util.Arrays.fill(all, isotropic.curvature());
      return Optional.of(Vector.of(all));
    }
    return Optional.empty();
  }

  public static double least(Vector v) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < v.size(); k++) {
      least = Math.min(least, v.at(k));
    }
    return least;
  }

  public static double largest(Vector v) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < v.size(); k++) {
      largest = Math.max(largest, v.at(k));
    }
    return largest;
  }

  /** The length of a vector. */
  public static double length(Vector v) {
    double sum = 0;
    for (int k = 0; k < v.size(); k++) {
      sum += v.at(k) * v.at(k);
    }
    return Math.sqrt(sum);
  }

  /** The radius of a ball about the origin. */
  public static OptionalDouble radiusAboutOrigin(Domain domain) {
    return domain instanceof Ball ball && length(ball.center()) == 0
        ? OptionalDouble.of(ball.radius())
        : OptionalDouble.empty();
  }

  /** The half-width of a line's interval about 0. */
  public static OptionalDouble halfWidthAboutOrigin(Line line) {
    return line.isBounded() && line.low() == -line.high()
        ? OptionalDouble.of(line.high())
        : OptionalDouble.empty();
  }
}
