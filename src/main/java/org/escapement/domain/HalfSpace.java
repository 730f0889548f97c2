package org.escapement.domain;

import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Vector;

/** Stays while normal.x > offset; the margin is the distance (normal.x - offset)/|normal|. */
public record HalfSpace(
    @Parameter("Normal vector, of any length, that points inside") Vector normal,
    @Parameter("Stays while normal.x exceeds it") double offset)
    implements Domain {

  /** Checks the ranges. */
  public HalfSpace {
    Check.finite(normal, "normal");
    Check.finite(offset, "offset");
    if (!(length(normal) > 0)) {
      throw new IllegalArgumentException("normal must not be zero, got " + normal);
    }
  }

  /** Counted in the largest component, whose square may be no double. */
  private static double length(Vector normal) {
    double largest = 0;
    for (int k = 0; k < normal.size(); k++) {
      largest = Math.max(largest, Math.abs(normal.at(k)));
    }
    double sum = 0;
    for (int k = 0; k < normal.size() && largest > 0; k++) {
      double part = normal.at(k) / largest;
      sum += part * part;
    }
    return largest * Math.sqrt(sum);
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("out");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    Check.dimension(objective.dimension(), normal.size(), "normal");
    return new Distance(normal.toArray(), offset, length(normal));
  }

  /** Divides last, so that the sign is that of normal.x - offset whatever the length. */
  private static final class Distance implements OneSided {
    private final double[] normal;
    private final double offset;
    private final double length;

    Distance(double[] normal, double offset, double length) {
      this.normal = normal;
      this.offset = offset;
      this.length = length;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      subtract(normal[0], x[0], offset, n, out);
      for (int k = 1; k < normal.length; k++) {
        add(normal[k], x[k], n, out);
      }
      if (length != 1) {
        divide(length, n, out);
      }
    }

    private static void subtract(double factor, double[] x, double offset, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = factor * x[i] - offset;
      }
    }

    private static void add(double factor, double[] x, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] += factor * x[i];
      }
    }

    private static void divide(double length, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] /= length;
      }
    }
  }
}
