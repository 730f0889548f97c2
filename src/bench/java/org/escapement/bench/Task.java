package org.escapement.bench;

import java.util.Arrays;
import org.escapement.data.GaussianSignal;
import org.escapement.domain.Ball;
import org.escapement.domain.Cone;
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
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.PhaseRetrieval;
import org.escapement.objective.Quadratic;
import org.escapement.objective.StreamingPca;
import org.escapement.simulate.Experiment;

/**
 * The jobs that are timed: the first three are those of peers/escape.h, the last of
 * peers/papers.cpp.
 */
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
  QUADRATIC_10(quadratic(10), new Gaussian(1), heavyBall(0.1), new double[10], ball(10, 1.7), 10),

  /** From the second to the first principal component of a stream, d = 4; its cost is per step. */
  PCA_4(
      new StreamingPca(Vector.of(4, 3, 2, 1), "gaussian"),
      new NoNoise(),
      new HeavyBall(new Constant(5e-4), new Constant(0.9)),
      new double[] {0, 1, 0, 0},
      new Cone(1, 0.5),
      1),

  /** Phase retrieval with one sample a step, d = 10, from near the origin to |w| = 1/2. */
  PHASE_RETRIEVAL_10(
      new PhaseRetrieval(new GaussianSignal(200, 10, 0), 1, "with-replacement"),
      new NoNoise(),
      new HeavyBall(new Constant(5e-4), new Constant(0.5)),
      filled(10, 3e-3),
      ball(10, 0.5),
      1),

  /** Out of a ball by one jump of independent stable coordinates, d = 100; per step. */
  STABLE_100(
      new IsotropicQuadratic(1, 100),
      new Stable(1.5, 7.3e-3),
      new EulerMaruyama(new Constant(0.1)),
      new double[100],
      ball(100, 1),
      1),

  /** The same with isotropic jumps. */
  ISOTROPIC_STABLE_100(
      new IsotropicQuadratic(1, 100),
      new IsotropicStable(1.5, 7.3e-3),
      new EulerMaruyama(new Constant(0.1)),
      new double[100],
      ball(100, 1),
      1);

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
        e.objective(), e.noise(), e.dynamics(), e.position(), e.domain(), 1, e.divergedBeyond());
  }

  private static Dynamics heavyBall(double stepSize) {
    return new HeavyBall(new Constant(stepSize), new Constant(0.5));
  }

  private static Domain leftHalf() {
    return new HalfSpace(Vector.of(-1), 0);
  }

  private static double[] filled(int size, double value) {
    double[] filled = new double[size];
    Arrays.fill(filled, value);
    return filled;
  }

  private static Quadratic quadratic(int dimension) {
    return new Quadratic(Vector.of(filled(dimension, 1)));
  }

  private static Domain ball(int dimension, double radius) {
    return new Ball(Vector.of(new double[dimension]), radius);
  }
}
