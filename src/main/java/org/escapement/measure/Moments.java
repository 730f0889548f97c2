package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.model.Batch;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * Means over the trajectories that have not ended: of the loss f(x), of the coordinates (mean),
 * their squares (second), the products of two of them (cross), the squared distance from the origin
 * (norm), the share of it that does not lie along each axis (off-axis), of whether a coordinate is
 * positive (positive), of the length of the gradient of f (gradient-norm), and of the largest
 * eigenvalue of its Hessian (sharpness), right to one part in 10^4; where it is not found with 128
 * products, its trajectory is left out and not counted.
 *
 * <p>Where the objective predicts classes, also of the share of rows that it predicts right
 * (accuracy); with test data, of this share and of the loss on them (test-accuracy, test-loss).
 *
 * <p>Where the state has a second half v, one number for each coordinate (the velocity of heavy
 * ball and Nesterov's gradient, the buffer m of other momentum, the velocity of Langevin dynamics),
 * also of v_i (velocity), v_i^2 (velocity-second), v_i v_j (velocity-cross), x_i v_i
 * (position-velocity) and x_i v_j, i and j different (position-velocity-cross).
 */
public record Moments(
    @Parameter(
            "Of what: some of loss, gradient-norm, sharpness, accuracy, test-loss, test-accuracy,"
                + " mean, second, cross, norm, off-axis, positive, velocity, velocity-second,"
                + " velocity-cross, position-velocity, position-velocity-cross")
        List<String> of,
    @Parameter(value = "At which steps", standard = "horizon") When at,
    @Parameter(
            value =
                "Along coordinates or eigenbasis: the eigenvectors of a Hessian that is the same"
                    + " everywhere, by falling eigenvalue, the largest component of each positive",
            standard = "coordinates",
            added = true)
        String basis,
    @Parameter(
            value = "Positions counted from the origin or the solution, the minimum",
            standard = "origin",
            added = true)
        String about)
    implements Measure<Means> {
  private static final String LOSS = "loss";

  /** So many numbers take some hundred megabytes until they stand in the table. */
  private static final long MOST_NUMBERS = 1 << 20;

  /** Checks the words. */
  public Moments {
    of = List.copyOf(of);
    StateFunctions.check(of);
    new Frame(basis, about);
  }

  /** In the coordinates themselves. */
  public Moments(List<String> of, When at) {
    this(of, at, Frame.COORDINATES, Frame.ORIGIN);
  }

  /** The coordinates in which they are taken. */
  public Frame frame() {
    return new Frame(basis, about);
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    try {
      long steps = at.steps(experiment.horizon()).length;
      long numbers = StateFunction.count(of, experiment.dimension());
      return Stream.of(
              withoutVelocity(experiment),
              OfObjective.problem(of, experiment.objective()),
              frame().problem(experiment.objective()),
              tooMany(numbers, steps))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  private Optional<String> withoutVelocity(Experiment experiment) {
    int d = experiment.dimension();
    boolean lacks =
        StateFunctions.needVelocity(of) && experiment.dynamics().stateDimension(d) != 2 * d;
    return lacks
        ? Optional.of(
            "moments of the velocity need a dynamics whose state is position and velocity, such as"
                + " heavy-ball")
        : Optional.empty();
  }

  private static Optional<String> tooMany(long numbers, long steps) {
    return numbers > MOST_NUMBERS / steps
        ? Optional.of(
            "%d numbers at %d steps are more than %d".formatted(numbers, steps, MOST_NUMBERS))
        : Optional.empty();
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    StateFunctions functions =
        new StateFunctions(of, frame(), setting.experiment().objective(), setting.lanes());
    return new StepRecorder(functions, at.steps(setting.experiment().horizon()), setting.lanes());
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<StateFunction> rows = StateFunction.of(of, experiment.dimension());
    List<Reading> readings = new ArrayList<>();
    for (long step : at.steps(experiment.horizon())) {
      for (StateFunction row : rows) {
        int number = readings.size();
        readings.add(
            new Reading(
                frame().quantity(row.word()),
                step,
                row.i(),
                row.j(),
                means.mean(number),
                means.stdError(number),
                means.count(number),
                means.tail(number)));
      }
    }
    return List.copyOf(readings);
  }

  /** Adds up what the functions say at certain steps. */
  private static final class StepRecorder implements Recorder<Means> {
    private final StateFunctions functions;
    private final long[] steps;
    private final Means.Tally tally;
    private final int rows;

    /** Scratch. */
    private final double[] values;

    StepRecorder(StateFunctions functions, long[] steps, int lanes) {
      int loss = functions.rows().indexOf(new StateFunction(LOSS, 0, 0));
      this.functions = functions;
      this.steps = steps;
      this.rows = functions.rows().size();
      this.tally = new Means.Tally(steps.length * rows, row -> row % rows == loss);
      this.values = new double[lanes];
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      if (place >= 0) {
        functions.look(batch.state(), batch.size());
        for (int row = 0; row < rows; row++) {
          functions.evaluate(row, values);
          tally.add(place * rows + row, values, ended, batch.size());
        }
      }
    }

    @Override
    public Means finish() {
      return tally.means();
    }
  }
}
