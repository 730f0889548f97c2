package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Directed;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * How the noise of one step smooths the objective. With x' = x - eta (kept + share (grad f(x) + w))
 * the recorded step and w normal of deviation s, the mean of y' = x' - eta grad f(x') over w is Y -
 * eta grad F(Y), where Y = x - eta (kept + share grad f(x)) is where the step leads without noise
 * and F is f smoothed by a normal law of deviation eta share s.
 *
 * <p>For each coordinate there are three readings: {@code descended}, the mean of y'; {@code
 * smoothed-descent}, that of Y - eta grad F(Y); {@code smoothing-gap}, that of their difference,
 * trajectory by trajectory.
 *
 * <p>Source: R. Kleinberg, Y. Li, Y. Yuan, An alternative view: when does SGD escape local minima?
 * ICML 2018, for momentum 0; what momentum remembers shifts and does not smooth.
 */
public record OneStepSmoothing(
    @Parameter(value = "Of the steps that lead to which steps", standard = "horizon") When at)
    implements Measure<Means> {
  /** The first words of the readings of a coordinate, in the order of the rows. */
  public static final String DESCENDED = "descended";

  private static final String SMOOTHED = "smoothed-descent";

  /** The reading that is zero in the mean. */
  public static final String GAP = "smoothing-gap";

  private static final List<String> WORDS = List.of(DESCENDED, SMOOTHED, GAP);

  @Override
  public Optional<String> problem(Experiment e) {
    if (!(e.dynamics() instanceof Directed)) {
      return Optional.of(
          "one-step-smoothing needs a dynamics with a search direction: sgd, heavy-ball,"
              + " pytorch-momentum, normalised-heavy-ball or qhm");
    }
    try {
      for (long step : at.steps(e.horizon())) {
        Optional<Double> width = width(e, step - 1);
        if (width.isEmpty()) {
          return Optional.of("the noise must be normal and alike in all coordinates");
        }
        if (e.objective() instanceof SampledObjective
            || smoothed(e.objective(), width.get()).isEmpty()) {
          return Optional.of("the objective must know its normal smoothing in closed form");
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  /** Of each coordinate of a normal noise in a step, counted from 0. */
  private static Optional<Double> deviation(Noise noise, int dimension, long step) {
    return Optional.of(noise)
        .filter(Noise::isNormal)
        .flatMap(normal -> normal.deviations(dimension, step))
        .map(Vector::toArray)
        .filter(all -> java.util.Arrays.stream(all).allMatch(one -> one == all[0]))
        .map(all -> all[0]);
  }

  /** How wide the noise of a step, counted from 0, smooths; empty where it is not normal. */
  public static Optional<Double> width(Experiment e, long step) {
    return e.dynamics() instanceof Directed directed
        ? deviation(e.noise(), e.dimension(), step)
            .map(s -> directed.stepSize().at(step) * directed.share(step) * s)
        : Optional.empty();
  }

  private static Optional<Objective> smoothed(Objective f, double width) {
    return f instanceof Smoothable smoothable
        ? smoothable.smoothed(SmoothingLaw.GAUSSIAN, width)
        : Optional.empty();
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    Experiment e = setting.experiment();
    long[] steps = at.steps(e.horizon());
    List<Objective> smoothed = new ArrayList<>();
    for (long step : steps) {
      smoothed.add(smoothed(e.objective(), width(e, step - 1).orElseThrow()).orElseThrow());
    }
    return new OneStepRecorder(steps, smoothed, setting);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<Reading> readings = new ArrayList<>();
    for (long step : at.steps(experiment.horizon())) {
      for (int k = 1; k <= experiment.dimension(); k++) {
        for (String word : WORDS) {
          int row = readings.size();
          readings.add(
              new Reading(
                  word, step, k, 0, means.mean(row), means.stdError(row), means.count(row)));
        }
      }
    }
    return List.copyOf(readings);
  }
}
