package org.escapement.bench;

import java.util.Arrays;
import org.escapement.domain.Ball;
import org.escapement.domain.HalfSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Stable;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;

/** The jobs that are timed; the first three are those of peers/escape.h. */
enum Task {
  /** Out of a double well, with momentum and Gaussian noise, after some 5000 steps. */
  HEAVY_BALL(
      new DoubleWell(0.25, 1), new Gaussian(1), heavyBall(0.05), new double[] {-1}, leftHalf(), 1),

  /** The same after some 250 steps. */
  MANY_ENDINGS(
      new DoubleWell(0.25, 1), new Gaussian(1), heavyBall(0.1), new double[] {-1}, leftHalf(), 1),

  /** Out of a double well, with stable noise. */
  STABLE(
      new DoubleWell(0.25, 1),
      new Stable(1.5, 0.5),
      new EulerMaruyama(new Constant(0.1)),
      new double[] {-1},
      leftHalf(),
      1),

  /** Out of a ball around the minimum of a quadratic, after about as many steps as the next one. */
  QUADRATIC_1(quadratic(1), new Gaussian(1), heavyBall(0.1), new double[1], ball(1, 1.05), 1),

  /** The same in ten dimensions: its cost is per coordinate. */
  QUADRATIC_10(quadratic(10), new Gaussian(1), heavyBall(0.1), new double[10], ball(10, 1.7), 10);

  final Experiment experiment;
  final int coordinates;

  Task(
      Objective objective,
      Noise noise,
      Dynamics dynamics,
      double[] start,
      Domain domain,
      int coordinates) {
    this.experiment =
        new Experiment(
            objective,
            noise,
            dynamics,
            Vector.of(start),
            domain,
            1_000_000_000L,
            Double.POSITIVE_INFINITY);
    this.coordinates = coordinates;
  }

  /** The same, with every trajectory censored after its first step. */
  Experiment oneStep() {
    Experiment e = experiment;
    return new Experiment(
        e.objective(), e.noise(), e.dynamics(), e.start(), e.domain(), 1, e.divergedBeyond());
  }

  private static Dynamics heavyBall(double stepSize) {
    return new HeavyBall(new Constant(stepSize), new Constant(0.5));
  }

  private static Domain leftHalf() {
    return new HalfSpace(Vector.of(-1), 0);
  }

  private static Quadratic quadratic(int dimension) {
    double[] curvature = new double[dimension];
    Arrays.fill(curvature, 1);
    return new Quadratic(Vector.of(curvature));
  }

  private static Domain ball(int dimension, double radius) {
    return new Ball(Vector.of(new double[dimension]), radius);
  }
}
