package org.escapement.theory.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.domain.Ball;
import org.escapement.domain.Box;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;

/**
 * What matters of an experiment on the line.
 *
 * @param value f
 * @param slope f'
 * @param start x_0, between low and high
 * @param low it stays while x > low; may be -infinity
 * @param high it stays while x < high; may be infinity
 * @param sides names of the lower and the upper side; empty when the domain has one side only
 */
public record Line(
    DoubleUnaryOperator value,
    DoubleUnaryOperator slope,
    double start,
    double low,
    double high,
    List<String> sides) {

  /**
   * Empty in more dimensions, for domains that are no interval or half-line, and for objectives
   * whose samples are a noise of their own.
   */
  public static Optional<Line> of(Experiment experiment) {
    return experiment.dimension() == 1 && !(experiment.objective() instanceof SampledObjective)
        ? of(experiment, experiment.objective())
        : Optional.empty();
  }

  /** The same with another objective on the line instead of the experiment's. */
  public static Optional<Line> of(Experiment experiment, Objective objective) {
    return ends(experiment.domain()).map(ends -> of(experiment, objective, ends));
  }

  private static Line of(Experiment experiment, Objective objective, double[] ends) {
    List<String> sides = experiment.domain().sides(1);
    return new Line(
        value(objective),
        slope(objective),
        experiment.position().at(0),
        ends[0],
        ends[1],
        sides.size() == 2 ? sides : List.of());
  }

  private static Optional<double[]> ends(Domain domain) {
    if (domain instanceof Interval interval) {
      return Optional.of(new double[] {interval.low(), interval.high()});
    }
    if (domain instanceof Ball ball) {
      double center = ball.center().at(0);
      return Optional.of(new double[] {center - ball.radius(), center + ball.radius()});
    }
    if (domain instanceof Box box) {
      return Optional.of(new double[] {box.low().at(0), box.high().at(0)});
    }
    if (domain instanceof HalfSpace half) {
      double end = half.offset() / half.normal().at(0);
      return Optional.of(
          half.normal().at(0) > 0
              ? new double[] {end, Double.POSITIVE_INFINITY}
              : new double[] {Double.NEGATIVE_INFINITY, end});
    }
    return Optional.empty();
  }

  /** f as a function of one number. */
  public static DoubleUnaryOperator value(Objective objective) {
    double[][] point = new double[1][1];
    double[] out = new double[1];
    return x -> {
      point[0][0] = x;
      objective.value(point, 1, out);
      return out[0];
    };
  }

  /** f' as a function of one number. */
  public static DoubleUnaryOperator slope(Objective objective) {
    double[][] point = new double[1][1];
    double[][] out = new double[1][1];
    return x -> {
      point[0][0] = x;
      objective.gradient(point, 1, out);
      return out[0][0];
    };
  }

  public boolean isBounded() {
    return low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY;
  }

  public boolean isHalfLine() {
    return low > Double.NEGATIVE_INFINITY != high < Double.POSITIVE_INFINITY;
  }

  /** The same seen in a mirror. */
  public Line mirrored() {
    return new Line(
        x -> value.applyAsDouble(-x),
        x -> -slope.applyAsDouble(-x),
        -start,
        -high,
        -low,
        sides.isEmpty() ? sides : List.of(sides.get(1), sides.get(0)));
  }

  /** The same with its ends moved inwards; empty where the start is not inside any more. */
  public Optional<Line> narrowed(double shift) {
    return low + shift < start && start < high - shift
        ? Optional.of(new Line(value, slope, start, low + shift, high - shift, sides))
        : Optional.empty();
  }

  /** f'' by a central difference of f'. */
  public double curvature(double x) {
    double h = 1e-5 * Math.max(1, Math.abs(x));
    return (slope.applyAsDouble(x + h) - slope.applyAsDouble(x - h)) / (2 * h);
  }

  /** The largest |f''| between two points. */
  double largestCurvature(double from, double to) {
    int pieces = 64;
    double largest = 0;
    for (int k = 0; k <= pieces; k++) {
      largest = Math.max(largest, Math.abs(curvature(from + (to - from) * k / pieces)));
    }
    return largest;
  }

  /** The largest |f''| that a way out meets: between the start and each finite end. */
  public double largestCurvatureOnTheWayOut() {
    double down = low > Double.NEGATIVE_INFINITY ? largestCurvature(low, start) : 0;
    double up = high < Double.POSITIVE_INFINITY ? largestCurvature(start, high) : 0;
    return Math.max(down, up);
  }

  /**
   * Predicted shares of both sides.
   *
   * @return nothing when the domain has one side only
   */
  public List<Predicted> shares(double below, double above) {
    List<Predicted> shares = new ArrayList<>();
    if (!sides.isEmpty()) {
      shares.add(new Predicted("side." + sides.get(0), below));
      shares.add(new Predicted("side." + sides.get(1), above));
    }
    return shares;
  }
}
