package org.escapement.monitoring;

import static org.escapement.model.Check.in;

import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * How much wider a domain seems to a process that is watched only at times h, 2h, ...: by beta
 * h^(1/alpha) times its scale, because it is found beyond the boundary and not on it.
 *
 * <p>The shift is the limit of E(maximum of the process) - E(maximum of the walk). By Spitzer's
 * identity and with E exp(iuX) = exp(-psi(u)) for a step X it is
 *
 * <pre>(1/pi) Int_0^inf log( psi(u) / (1 - exp(-psi(u))) ) u^-2 du.</pre>
 *
 * <p>For stable steps this is beta(alpha) = -zeta(1 - 1/alpha) Gamma(1 - 1/alpha) / pi times the
 * scale in E exp(iuS) = exp(-|u|^alpha); alpha = 2 is sqrt(2) times the constant -zeta(1/2)/sqrt(2
 * pi) of Chernoff 1965 and Siegmund 1979 (see Gobet, Menozzi 2010, Stochastic Processes and their
 * Applications 120, 130).
 */
public final class BoundaryShift {
  /** In standard deviations of the increment: -zeta(1/2) / sqrt(2 pi). */
  public static final double GAUSSIAN = 0.5825971579390107;

  private static final int DIRECT = 20;
  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
  };

  /** Step and reach of the trapezoidal sum over log u. */
  private static final double MESH = 1.0 / 16;

  private static final double REACH = 40;

  private BoundaryShift() {}

  /**
   * A symmetric stable part of an increment, E exp(iuS) = exp(-|scale u|^alpha).
   *
   * @param alpha in (1, 2]: at and below 1 the time between two looks matters more
   */
  public record Part(double alpha, double scale) {
    /** Checks the index. */
    public Part {
      in("(1, 2]", alpha, "alpha");
    }
  }

  /**
   * The shift in scales of the increment.
   *
   * @param alpha stable index, in (1, 2]: at and below 1 the time between two looks matters more
   */
  public static double stable(double alpha) {
    in("(1, 2]", alpha, "alpha");
    double s = 1 - 1 / alpha;
    return -zeta(s) * Gamma.gamma(s) / Math.PI;
  }

  /** The shift, a length, for increments that are the sum of independent parts. */
  public static double of(List<Part> parts) {
    if (parts.stream().mapToDouble(Part::alpha).distinct().count() == 1) {
      double alpha = parts.get(0).alpha();
      double sum = 0;
      for (Part part : parts) {
        sum += StrictMath.pow(part.scale(), alpha);
      }
      return stable(alpha) * StrictMath.pow(sum, 1 / alpha);
    }
    return parts.isEmpty() ? 0 : integral(parts);
  }

  /** By the trapezoidal rule in log u, which for such integrands errs exponentially little. */
  private static double integral(List<Part> parts) {
    double least = 2;
    double width = 0;
    for (Part part : parts) {
      least = Math.min(least, part.alpha());
      width = Math.max(width, part.scale());
    }
    long first = -(long) Math.ceil(REACH / (least - 1) / MESH);
    long last = (long) Math.ceil(REACH / MESH);
    double sum = 0;
    for (long j = first; j <= last; j++) {
      double x = j * MESH;
      double slope = 0;
      for (Part part : parts) {
        double alpha = part.alpha();
        slope += StrictMath.pow(part.scale() / width, alpha) * StrictMath.exp((alpha - 1) * x);
      }
      sum += slope * logRatio(slope * StrictMath.exp(x));
    }
    return width * sum * MESH / Math.PI;
  }

  /** log(z / (1 - exp(-z))) / z, for small z by its series. */
  private static double logRatio(double z) {
    if (z < 0.02) {
      double square = z * z;
      return 0.5 - z * (1 - square / 120 * (1 - square / 63)) / 24;
    }
    return StrictMath.log(z / -StrictMath.expm1(-z)) / z;
  }

  /** Riemann's zeta for 0 < s, s != 1, by the Euler-Maclaurin formula. */
  static double zeta(double s) {
    double sum = 0;
    for (int n = 1; n < DIRECT; n++) {
      sum += StrictMath.pow(n, -s);
    }
    double power = StrictMath.pow(DIRECT, -s);
    sum += power * DIRECT / (s - 1) + power / 2;
    double factor = s * power / DIRECT;
    double factorial = 2;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum += BERNOULLI[k - 1] * factor / factorial;
      factor *= (s + 2 * k - 1) * (s + 2 * k) / ((double) DIRECT * DIRECT);
      factorial *= (2 * k + 1) * (2 * k + 2);
    }
    return sum;
  }
}
