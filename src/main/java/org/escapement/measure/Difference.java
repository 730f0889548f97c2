package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.Companions;
import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.Parameter;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * How far another dynamics is from the experiment's in the mean: beside every trajectory runs one
 * of the other dynamics with the same objective, noise, step size, momentum, start and random
 * numbers, and the domain does not stop it.
 *
 * <p>Because both see the same numbers, the mean of the difference is known far better than the two
 * means. For every function of the state there are three readings: {@code difference.TO.WORD}, the
 * mean of other minus own; {@code uncoupled.TO.WORD}, the same number with the standard error that
 * independent runs would have; {@code TO.WORD}, the mean of the other dynamics.
 */
public record Difference(
    @Parameter("Word of the other dynamics, which takes step size and momentum from this one")
        String to,
    @Parameter(
            "Of what: some of loss, gradient-norm, sharpness, accuracy, test-loss, test-accuracy,"
                + " mean, second, cross, norm, off-axis, positive")
        List<String> of,
    @Parameter(value = "At which steps", standard = "horizon") When at,
    @Parameter(
            value = "Parts in which a step of the other dynamics is integrated",
            range = "[1, 64]",
            standard = "4")
        int substeps)
    implements Measure<Means> {

  /** Rows of means for each function: of the difference, of the other, of the own dynamics. */
  static final int ROWS = 3;

  /** Checks the words and the range. */
  public Difference {
    if (!Companions.words().contains(to)) {
      throw new IllegalArgumentException("to must be one of " + Companions.words() + ", got " + to);
    }
    of = List.copyOf(of);
    StateFunctions.checkOfPosition(of);
    Check.in("[1, 64]", substeps, "substeps");
  }

  /** The other dynamics. */
  public Dynamics companion(Dynamics own) {
    return Companions.of(to, own, substeps);
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    try {
      at.steps(experiment.horizon());
      Draws draws = new Draws(new RandomKey(0, 0), 1);
      companion(experiment.dynamics()).start(experiment.objective(), experiment.noise(), draws, 1);
      return OfObjective.problem(of, experiment.objective());
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    return new DifferenceRecorder(this, setting);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<StateFunction> rows = StateFunction.of(of, experiment.dimension());
    List<Reading> readings = new ArrayList<>();
    int number = 0;
    for (long step : at.steps(experiment.horizon())) {
      for (StateFunction row : rows) {
        double value = means.mean(number);
        double own = means.stdError(number + 2);
        double other = means.stdError(number + 1);
        double apart = Math.sqrt(own * own + other * other);
        long count = means.count(number);
        readings.add(reading("difference.", row, step, value, means.stdError(number), count));
        readings.add(reading("uncoupled.", row, step, value, apart, count));
        readings.add(reading("", row, step, means.mean(number + 1), other, count));
        number += ROWS;
      }
    }
    return List.copyOf(readings);
  }

  private Reading reading(
      String prefix, StateFunction row, long step, double value, double error, long count) {
    return new Reading(prefix + to + "." + row.word(), step, row.i(), row.j(), value, error, count);
  }
}
