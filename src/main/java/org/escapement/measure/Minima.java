package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * How many local minima an objective on the line has in an interval, as far as samples show it: of
 * every trajectory's own sampled gradients, the same samples at every place, the places of a grid
 * where the slope turns from negative to positive are counted.
 *
 * <p>With the same samples everywhere a smoothed objective is a sum of shifted functions, smooth
 * itself, and the count is that of its minima; with fresh ones at each place chance would make most
 * of them. The trajectories give the spread.
 */
public record Minima(
    @Parameter(value = "Lower end of the interval", unit = "length") double low,
    @Parameter(value = "Upper end of the interval", unit = "length") double high,
    @Parameter(
            value = "Places of the grid: closer than the minima that it shall tell apart",
            range = "[2, 1000000]",
            standard = "1000")
        int points,
    @Parameter(
            value = "Steps whose samples are put together",
            range = "[1, 1000000]",
            standard = "1")
        int steps)
    implements Measure<Means> {
  /** The name of the reading. */
  public static final String QUANTITY = "minima";

  /** Checks the ranges. */
  public Minima {
    Check.finite(low, "low");
    Check.finite(high, "high");
    Check.in("[2, 1000000]", points, "points");
    Check.in("[1, 1000000]", steps, "steps");
    if (!(low < high)) {
      throw new IllegalArgumentException("high must be above low, got " + high);
    }
  }

  /** Place p of the grid, 0 <= p < points. */
  public double place(int p) {
    return low + (high - low) * p / (points - 1);
  }

  /** How often slopes at places 0 to points - 1 turn from negative to positive. */
  public static int count(int points, IntToDoubleFunction slope) {
    int count = 0;
    for (int p = 1; p < points; p++) {
      count += slope.applyAsDouble(p - 1) < 0 && slope.applyAsDouble(p) >= 0 ? 1 : 0;
    }
    return count;
  }

  /** Two would give different things one name. */
  @Override
  public boolean excludes(Measure<?> other) {
    return other instanceof Minima;
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    return experiment.dimension() == 1
        ? Optional.empty()
        : Optional.of("minima are counted on the line only");
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    return new Count(new SlopesOnGrid(this, setting));
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means counts, Experiment experiment) {
    return List.of(
        new Reading(
            QUANTITY, Reading.NO_STEP, 0, 0, counts.mean(0), counts.stdError(0), counts.count(0)));
  }

  /** The trajectories of the chunk, wherever they go. */
  private record Count(SlopesOnGrid slopes) implements Recorder<Means> {
    @Override
    public Means finish() {
      Means.Tally tally = new Means.Tally(1);
      slopes.forEachCount(count -> tally.add(0, count));
      return tally.means();
    }
  }
}
