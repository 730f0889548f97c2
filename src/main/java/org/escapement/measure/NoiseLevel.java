package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.model.Directed;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * How far search directions are from the gradient in the mean square, E |omega|^2 with omega = p -
 * grad f(x), where x' = x - eta p is the step that leads to a recorded step: step 1 tells of the
 * direction at the start.
 *
 * <p>With p = kept + share g, g the gradient seen, omega is the sum of a noise, share (g - grad f),
 * and of a bias, kept - (1 - share) grad f, which is known before the sample. Their product has
 * mean zero where samples are drawn independently of what is remembered; it is recorded too, so
 * that noise-level is noise-level-noise + noise-level-bias + noise-level-cross digit by digit of
 * the exact sums.
 *
 * <p>Source: N. Sato, H. Iiduka, arXiv 2402.02325, where C^2/b is gradient-noise and K^2 the
 * largest gradient-square.
 */
public record NoiseLevel(
    @Parameter(value = "Of the directions that lead to which steps", standard = "horizon") When at)
    implements Measure<Means> {

  @Override
  public Optional<String> problem(Experiment experiment) {
    if (!(experiment.dynamics() instanceof Directed)) {
      return Optional.of(
          "noise-level needs a dynamics with a search direction: sgd, heavy-ball,"
              + " pytorch-momentum, normalised-heavy-ball or qhm");
    }
    try {
      at.steps(experiment.horizon());
      return Optional.empty();
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
    return new NoiseLevelRecorder(at.steps(setting.experiment().horizon()), setting);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<Reading> readings = new ArrayList<>();
    for (long step : at.steps(experiment.horizon())) {
      for (Part part : Part.values()) {
        int row = readings.size();
        readings.add(
            new Reading(
                part.word(),
                step,
                0,
                0,
                means.mean(row),
                means.stdError(row),
                means.count(row),
                means.tail(row)));
      }
    }
    return List.copyOf(readings);
  }

  /** What is measured at a step, in the order of the rows. */
  public enum Part {
    /** E |omega|^2. */
    NOISE_LEVEL,
    /** Of its part that the sample makes. */
    NOISE_LEVEL_NOISE,
    /** Of its part that was known before. */
    NOISE_LEVEL_BIAS,
    /** Twice the product of the two parts. */
    NOISE_LEVEL_CROSS,
    /** E |p|^2. */
    DIRECTION_MEAN_SQUARE,
    /** E |g - grad f|^2. */
    GRADIENT_NOISE,
    /** E |grad f|^2. */
    GRADIENT_SQUARE;

    /** Its name in the tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
