package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.escapement.model.Batched;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Retraceable;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * Steps T until the running mean (1/T) sum_{t<T} |grad f(x_t)|^2 is at most epsilon^2, and samples
 * b T: those of every trajectory by itself (steps-to-epsilon), and those of the mean over all
 * trajectories (ensemble-steps-to-epsilon), which is what bounds are about.
 *
 * <p>The share of the trajectories that come so far within the horizon is reached-share;
 * steps-to-epsilon has no value unless all do, restricted-steps-to-epsilon, the mean of the smaller
 * of T and the horizon, always has one. largest-gradient is the mean over trajectories of the
 * largest length of a gradient up to T.
 *
 * <p>Source: N. Sato, H. Iiduka, Role of momentum in smoothing objective function and
 * generalizability of deep neural networks (arXiv 2402.02325), section 4: runs are stopped by the
 * plain mean of the lengths of sampled gradients.
 */
public record RunningGradient(
    @Parameter(value = "Length that the gradient should come down to", range = "(0, inf)")
        double epsilon,
    @Parameter(
            value =
                "Which gradient: full, that of the objective, or sampled, what the optimiser saw, its"
                    + " noise included",
            standard = "full")
        String of,
    @Parameter(
            value =
                "Whose mean: squared (of squared lengths, to epsilon^2) or plain (of lengths, to"
                    + " epsilon)",
            standard = "squared")
        String norm,
    @Parameter(
            value = "No mean over fewer steps counts",
            unit = "steps",
            range = "[1, 1000000000]",
            standard = "1")
        int minimumSteps,
    @Parameter(
            value =
                "Steps, a constant factor apart, at which the mean over trajectories is taken; between"
                    + " them its sum is a straight line",
            range = "[2, 100000]",
            standard = "400")
        int points)
    implements Measure<Means> {
  static final String SAMPLED = "sampled";
  static final String SQUARED = "squared";

  /** Rows of the means before those of the running sums. */
  static final int REACHED = 0;

  static final int STEPS = 1;
  static final int RESTRICTED = 2;
  static final int LARGEST = 3;
  static final int SUMS = 4;

  /** Checks ranges and words. */
  public RunningGradient {
    Check.in("(0, inf)", epsilon, "epsilon");
    check(List.of("full", SAMPLED), of, "of");
    check(List.of(SQUARED, "plain"), norm, "norm");
    Check.in("[1, 1000000000]", minimumSteps, "minimum-steps");
    Check.in("[2, 100000]", points, "points");
  }

  private static void check(List<String> words, String word, String name) {
    if (!words.contains(word)) {
      throw new IllegalArgumentException(name + " must be one of " + words + ", got " + word);
    }
  }

  /** Whether the gradient is the one that the optimiser saw. */
  public boolean isSampled() {
    return of.equals(SAMPLED);
  }

  /** Whether lengths are squared. */
  public boolean isSquared() {
    return norm.equals(SQUARED);
  }

  /** What the running mean should come down to. */
  public double limit() {
    return isSquared() ? epsilon * epsilon : epsilon;
  }

  /** The steps at which the mean over trajectories is taken. */
  public long[] looks(long horizon) {
    long[] spaced = new GeometricallySpaced(points).steps(horizon);
    return LongStream.concat(LongStream.of(minimumSteps), LongStream.of(spaced))
        .filter(step -> step >= minimumSteps)
        .sorted()
        .distinct()
        .toArray();
  }

  /**
   * The row of the last look up to this one of which it is kept how many sums have which size: 64
   * looks tell as much as hundreds, whose sums share nearly all terms.
   */
  static int rowWithSizes(int look, int looks) {
    int apart = 1 + looks / 64;
    return SUMS + look / apart * apart;
  }

  /** The name of a quantity: it tells which gradient it is of. */
  public String quantity(String word) {
    return (isSampled() ? SAMPLED + "." : "") + word;
  }

  /** The samples of a step, where they are as many at each. */
  public static OptionalDouble batchSize(Experiment experiment) {
    return Stream.of(experiment.noise(), experiment.objective())
        .filter(Batched.class::isInstance)
        .map(part -> ((Batched) part).batchSize())
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  @Override
  public Optional<String> problem(Experiment e) {
    if (minimumSteps > e.horizon()) {
      return Optional.of("minimum-steps is beyond the horizon");
    }
    return isSampled() && !(e.dynamics() instanceof Retraceable)
        ? Optional.of(
            "what the optimiser saw of the gradient is known of sgd, heavy-ball, pytorch-momentum,"
                + " normalised-heavy-ball and quasi-hyperbolic")
        : Optional.empty();
  }

  @Override
  public boolean excludes(Measure<?> other) {
    return other instanceof RunningGradient mine && mine.of.equals(of);
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    return new RunningGradientRecorder(this, setting);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    long n = means.count(REACHED);
    boolean all = means.count(STEPS) == n;
    double nothing = Double.NaN;
    Reading steps =
        reading(
            "steps-to-epsilon",
            all ? means.mean(STEPS) : nothing,
            all ? means.stdError(STEPS) : nothing,
            n);
    Reading together = ensemble(means, experiment.horizon());
    List<Reading> readings = new ArrayList<>();
    readings.add(reading("reached-share", means.mean(REACHED), means.stdError(REACHED), n));
    readings.add(steps);
    readings.add(
        reading(
            "restricted-steps-to-epsilon", means.mean(RESTRICTED), means.stdError(RESTRICTED), n));
    readings.add(reading("largest-gradient", means.mean(LARGEST), means.stdError(LARGEST), n));
    readings.add(together);
    batchSize(experiment)
        .ifPresent(
            batch -> {
              readings.add(samples("samples-to-epsilon", steps, batch));
              readings.add(samples("ensemble-samples-to-epsilon", together, batch));
            });
    return List.copyOf(readings);
  }

  private Reading ensemble(Means means, long horizon) {
    long[] looks = looks(horizon);
    double[] sums = new double[looks.length];
    double[] errors = new double[looks.length];
    for (int look = 0; look < looks.length; look++) {
      sums[look] = means.mean(SUMS + look);
      errors[look] = means.stdError(SUMS + look);
    }
    String word = "ensemble-steps-to-epsilon";
    return Crossing.of(looks, sums, limit())
        .map(
            found ->
                new Reading(
                    quantity(word),
                    Reading.NO_STEP,
                    0,
                    0,
                    found.step(),
                    found.stdError(errors, limit()),
                    means.count(SUMS + found.row()),
                    means.tail(rowWithSizes(found.row(), looks.length))))
        .orElseGet(() -> reading(word, Double.NaN, Double.NaN, means.count(REACHED)));
  }

  private Reading samples(String word, Reading steps, double batch) {
    return new Reading(
        quantity(word),
        Reading.NO_STEP,
        0,
        0,
        batch * steps.value(),
        batch * steps.stdError(),
        steps.trajectories(),
        steps.tail());
  }

  private Reading reading(String word, double value, double stdError, long trajectories) {
    return new Reading(quantity(word), Reading.NO_STEP, 0, 0, value, stdError, trajectories);
  }
}
