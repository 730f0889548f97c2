package org.escapement.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The batch size b at which the fewest samples b T lead to the goal, T being the steps with it.
 *
 * @param best the one of the measured batch sizes
 * @param samples b T there
 * @param edge smallest or largest where it is that of all that were tried, so that the least may
 *     lie beyond; else empty
 * @param onLine where b T is least if 1/T = C + slope / b: -2 slope / C; empty when the line, drawn
 *     as {@link FitLaw#CRITICAL_BATCH} says, has no such place
 */
public record CriticalBatch(double best, double samples, String edge, Optional<SampleMean> onLine) {

  /** Steps with a batch size, and how far chance moves them. */
  public record Point(double batch, double steps, double stdError) {}

  /**
   * Of at least one point.
   *
   * @param tried all batch sizes that were run, also those that did not come to the goal
   */
  public static CriticalBatch of(List<Point> points, double[] tried) {
    Point best = points.get(0);
    for (Point point : points) {
      best = samples(point) < samples(best) ? point : best;
    }
    return new CriticalBatch(
        best.batch(), samples(best), edge(best.batch(), tried), onLine(points));
  }

  private static String edge(double batch, double[] tried) {
    if (Arrays.stream(tried).noneMatch(b -> b < batch)) {
      return "smallest";
    }
    return Arrays.stream(tried).noneMatch(b -> b > batch) ? "largest" : "";
  }

  private static double samples(Point point) {
    return point.batch() * point.steps();
  }

  /** y = a + slope (x - mean of x), a and slope independent: C = a - slope (mean of x). */
  private static Optional<SampleMean> onLine(List<Point> all) {
    FitLaw law = FitLaw.CRITICAL_BATCH;
    List<Point> points = all.stream().filter(p -> !law.leavesOut(p.stdError())).toList();
    double[] x = points.stream().mapToDouble(p -> law.x(p.batch())).toArray();
    double[] y = points.stream().mapToDouble(p -> law.y(p.batch(), p.steps())).toArray();
    double[] error =
        points.stream().mapToDouble(p -> law.error(p.batch(), p.steps(), p.stdError())).toArray();
    return WeightedLine.through(x, y, error)
        .filter(line -> line.slope() < 0 && line.intercept() > 0)
        .map(line -> least(line, x, error));
  }

  private static SampleMean least(WeightedLine line, double[] x, double[] error) {
    double c = line.intercept();
    double critical = -2 * line.slope() / c;
    if (line.stdError().isEmpty()) {
      return new SampleMean(critical, OptionalDouble.empty());
    }
    double weights = 0;
    double meanX = 0;
    for (int i = 0; i < x.length; i++) {
      double weight = 1 / (error[i] * error[i]);
      weights += weight;
      meanX += weight * x[i];
    }
    double centre = c + line.slope() * (meanX / weights);
    double bySlope = centre * line.stdError().getAsDouble();
    double byCentre = line.slope() / Math.sqrt(weights);
    double stdError = 2 * Math.sqrt(bySlope * bySlope + byCentre * byCentre) / (c * c);
    return new SampleMean(critical, OptionalDouble.of(stdError));
  }
}
