package org.escapement.simulate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.model.Watch;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * One cell, complete but for its random key: what moves, how, from where, until when.
 *
 * @param start the position of every trajectory at step 0
 * @param horizon steps after which a trajectory that has not exited is censored, at least 1
 * @param divergedBeyond a trajectory with some |x_k| beyond it has diverged; infinite when only
 *     numbers that are not finite count
 * @param monitoring how it is found that a trajectory has left the domain
 */
public record Experiment(
    Objective objective,
    Noise noise,
    Dynamics dynamics,
    Start start,
    Domain domain,
    long horizon,
    double divergedBeyond,
    @Parameter(
            value = "How it is found that a trajectory has left",
            standard = "at-steps",
            added = true)
        Monitoring monitoring)
    implements Serializable {

  /**
   * Checks what is right alone and wrong together; all problems at once.
   *
   * @return one sentence for each problem; empty when there is none
   */
  public List<String> problems() {
    return ExperimentCheck.problems(this);
  }

  /** Checks the ranges of the numbers. */
  public Experiment {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon must be at least 1, got " + horizon);
    }
    if (!(divergedBeyond > 0)) {
      throw new IllegalArgumentException(
          "diverged-beyond must be in (0, inf], got " + divergedBeyond);
    }
  }

  /** Of trajectories that leave when they are outside after a step, and begin at one position. */
  public Experiment(
      Objective objective,
      Noise noise,
      Dynamics dynamics,
      Vector start,
      Domain domain,
      long horizon,
      double divergedBeyond) {
    this(
        objective,
        noise,
        dynamics,
        new StartAt(start),
        domain,
        horizon,
        divergedBeyond,
        new AfterSteps());
  }

  /** The same with another dynamics. */
  public Experiment with(Dynamics other) {
    return new Experiment(
        objective, noise, other, start, domain, horizon, divergedBeyond, monitoring);
  }

  /** The same with another horizon. */
  public Experiment within(long steps) {
    return new Experiment(
        objective, noise, dynamics, start, domain, steps, divergedBeyond, monitoring);
  }

  /** d, the coordinates of the position. */
  public int dimension() {
    return objective.dimension();
  }

  /** Whether all trajectories begin at the same position. */
  public boolean hasOneStart() {
    return start.position(objective).isPresent();
  }

  /**
   * The position of every trajectory at step 0.
   *
   * @throws IllegalStateException when each has its own
   */
  public Vector position() {
    return start
        .position(objective)
        .orElseThrow(() -> new IllegalStateException("each trajectory has a start of its own"));
  }

  /**
   * A working copy of where trajectories begin: trajectory number to the whole state, in an array
   * that the next call may overwrite.
   *
   * @param key of the random numbers of the trajectories
   */
  public LongFunction<double[]> startStates(RandomKey key) {
    Optional<Vector> position = start.position(objective);
    if (position.isPresent()) {
      double[] state = dynamics.startState(position.get()).toArray();
      return trajectory -> state;
    }
    LongFunction<double[]> places = start.places(objective, key);
    return trajectory -> dynamics.startState(Vector.of(places.apply(trajectory))).toArray();
  }

  /** The domain as it is for this start: what is named after the start has its place. */
  public Domain region() {
    return start.position(objective).map(domain::from).orElse(domain);
  }

  /** What a step costs, in coordinate-steps of a plain function. */
  public double cost() {
    return objective.cost() * dynamics.gradients();
  }

  /** The model time of steps and of exits. */
  public Clock clock() {
    return new Clock(dynamics.stepSize(), monitoring.lag());
  }

  /** A working copy of the monitoring. */
  Watch watch(Draws draws, int lanes) {
    return monitoring.start(objective, noise, dynamics, region(), draws, lanes);
  }

  /** The step size when it is the same at every step. */
  public Optional<Double> constantStepSize() {
    return dynamics.stepSize().isConstant()
        ? Optional.of(dynamics.stepSize().at(0))
        : Optional.empty();
  }
}
