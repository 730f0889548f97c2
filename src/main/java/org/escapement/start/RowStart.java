package org.escapement.start;

import java.util.Optional;
import java.util.function.LongFunction;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.random.RandomKey;

/** All trajectories begin at a row of a data set, such as weights that a file holds. */
public record RowStart(
    @Parameter("Data set whose rows are positions") DataSet of,
    @Parameter(value = "Number of the row, from 1", range = "[1, inf)", standard = "1") int row)
    implements Start {

  /** Checks that there is such a row. */
  public RowStart {
    Check.in("[1, inf)", row, "row");
    int count = Loaded.rows(of).count();
    if (row > count) {
      throw new IllegalArgumentException(
          "row must be at most the number of rows, %d, got %d".formatted(count, row));
    }
  }

  @Override
  public Optional<Vector> position(Objective objective) {
    Rows rows = Loaded.rows(of);
    double[] position = new double[rows.dimension()];
    for (int k = 0; k < position.length; k++) {
      position[k] = rows.at(row - 1, k);
    }
    return Optional.of(Vector.of(position));
  }

  @Override
  public LongFunction<double[]> places(Objective objective, RandomKey key) {
    return new StartAt(position(objective).orElseThrow()).places(objective, key);
  }
}
