package org.escapement.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.escapement.domain.Ball;
import org.escapement.domain.Box;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Intersection;
import org.escapement.domain.Interval;
import org.escapement.domain.Slab;
import org.escapement.domain.WholeSpace;
import org.escapement.model.Domain;
import org.escapement.model.Vector;

/** The one-sided domains whose intersection a domain is, in the order of its sides. */
final class Walls {
  private Walls() {}

  /**
   * The walls.
   *
   * @throws IllegalArgumentException in the name of who needs them, where a domain is no such
   *     intersection
   */
  static List<Domain> of(Domain domain, int dimension, String monitoring) {
    if (domain instanceof HalfSpace || domain instanceof Ball) {
      return List.of(domain);
    }
    if (domain instanceof WholeSpace) {
      return List.of();
    }
    if (domain instanceof Interval interval) {
      return faces(1, 1, interval.low(), interval.high());
    }
    if (domain instanceof Slab slab) {
      return faces(slab.axis(), dimension, -slab.halfWidth(), slab.halfWidth());
    }
    if (domain instanceof Box box) {
      return of(box);
    }
    if (domain instanceof Intersection intersection) {
      return intersection.of().stream()
          .flatMap(part -> of(part, dimension, monitoring).stream())
          .toList();
    }
    throw new IllegalArgumentException(
        monitoring
            + " needs a domain with known sides: interval, half-space, ball, slab, box, whole-space"
            + " or an intersection of them");
  }

  private static List<Domain> of(Box box) {
    int dimension = box.low().size();
    List<Domain> walls = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      walls.addAll(faces(k + 1, dimension, box.low().at(k), box.high().at(k)));
    }
    return walls;
  }

  /** The two faces across an axis, which are counted from 1. */
  private static List<Domain> faces(int axis, int dimension, double low, double high) {
    double[] up = new double[dimension];
    double[] down = new double[dimension];
    up[axis - 1] = 1;
    down[axis - 1] = -1;
    return List.of(new HalfSpace(Vector.of(up), low), new HalfSpace(Vector.of(down), -high));
  }
}
