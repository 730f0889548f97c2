package org.escapement.start;

import java.util.Optional;
import java.util.function.LongFunction;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Loaded;
import org.escapement.data.LocalFiles;
import org.escapement.data.Rows;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * All trajectories begin where a first one of its own has come to: a minimum that training has
 * found. The driver trains once for every objective, and the executors are given the position.
 */
public record Trained(
    @Parameter("Where the training begins") Start from,
    @Parameter("How it makes its steps") Dynamics dynamics,
    @Parameter(value = "Steps of the training", unit = "steps", range = "[1, 1000000000]")
        long steps,
    @Parameter(
            value = "Whether it sees batches as the trajectories do, or the whole gradient",
            standard = "false")
        boolean batches,
    @Parameter(value = "Seed of its random numbers", standard = "42") long seed)
    implements Start {

  /** Checks the range. */
  public Trained {
    Check.in("[1, 1000000000]", steps, "steps");
  }

  @Override
  public boolean isFound() {
    return true;
  }

  /** The position as the only row of a data set, so that it travels as data do. */
  public DataSet found(Objective objective) {
    return new Minimum(objective, this);
  }

  @Override
  public Optional<Vector> position(Objective objective) {
    Rows rows = Loaded.load(found(objective), new LocalFiles());
    double[] position = new double[rows.dimension()];
    for (int k = 0; k < position.length; k++) {
      position[k] = rows.at(0, k);
    }
    return Optional.of(Vector.of(position));
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    return new StartAt(position(objective).orElseThrow()).places(objective, key);
  }

  /** Where the training of an objective ends. */
  private record Minimum(Objective objective, Trained how) implements DataSet {
    @Override
    public boolean isRead() {
      return true;
    }

    @Override
    public Rows rows(Files files) {
      return Rows.of(new double[][] {how.train(objective)}, new double[1]);
    }
  }

  private double[] train(Objective objective) {
    RandomKey key = RandomKey.of(seed);
    Objective seen = batches ? objective : new Whole(objective);
    Stepper stepper = dynamics.start(seen, new NoNoise(), new Draws(key, 1), 1);
    int dimension = objective.dimension();
    Vector begin = Vector.of(from.places(objective, key).apply(0));
    Batch batch = new Batch(1, dimension, dynamics.startState(begin));
    batch.add(0);
    for (long step = 0; step < steps; step++) {
      int phase = (int) (step % Draws.PHASES);
      if (phase == 0) {
        stepper.draw(batch);
      }
      stepper.advance(batch, phase);
      if (phase == Draws.PHASES - 1) {
        batch.countSteps();
      }
    }
    return position(batch, dimension);
  }

  private double[] position(Batch batch, int dimension) {
    double[] position = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      position[k] = batch.state()[k][0];
      if (!Double.isFinite(position[k])) {
        throw new IllegalArgumentException(
            "start trained has diverged within " + steps + " steps; its step size is too large");
      }
    }
    return position;
  }

  /** An objective without its samples. */
  private record Whole(Objective objective) implements Objective {
    @Override
    public int dimension() {
      return objective.dimension();
    }

    @Override
    public void value(double[][] x, int n, double[] out) {
      objective.value(x, n, out);
    }

    @Override
    public void gradient(double[][] x, int n, double[][] out) {
      objective.gradient(x, n, out);
    }
  }
}
