package org.escapement.data;

import org.escapement.model.Batch;
import org.escapement.model.LaneValues;
import org.escapement.model.Schedule;
import org.escapement.random.Draws;

/**
 * Batches whose size follows a schedule, rounded to whole numbers; where it does not change, the
 * same as those of a constant size.
 */
public final class VaryingBatches implements Batches {
  private final Sampling sampling;
  private final int rows;
  private final LaneValues size;
  private final Draws draws;
  private final int firstSlot;

  /** {@code [phase][i]}. */
  private final int[][] sizes;

  private final int[][] index = new int[Draws.PHASES][0];
  private final double[][] uniform;

  /** When each row was last taken, in batches drawn so far. */
  private final long[] taken;

  private long drawn;

  /** Numbers between the rows of a lane and those of the next: the largest batch so far. */
  private int width;

  /**
   * Batches out of so many rows.
   *
   * @param size from 1 to the number of rows at every step
   * @param firstSlot of the random numbers: at most as many from there on as there are rows
   */
  public VaryingBatches(
      Sampling sampling, int rows, Schedule size, Draws draws, int firstSlot, int lanes) {
    if (sampling == Sampling.RESHUFFLING) {
      throw new IllegalArgumentException("batch must be constant where sampling is reshuffling");
    }
    this.sampling = sampling;
    this.rows = rows;
    this.size = LaneValues.of(size, Math::rint, lanes);
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.sizes = new int[Draws.PHASES][lanes];
    this.uniform = new double[Draws.PHASES][lanes];
    this.taken = new long[rows];
  }

  /** Where the row numbers of a lane begin. */
  public int first(int lane) {
    return lane * width;
  }

  /** How many rows a lane sees at the step of this phase. */
  public int size(int phase, int lane) {
    return sizes[phase][lane];
  }

  @Override
  public int[] at(int phase) {
    return index[phase];
  }

  @Override
  public void draw(Batch lanes) {
    int n = lanes.size();
    int largest = takeSizes(lanes);
    for (int j = 0; j < largest; j++) {
      draws.uniform(lanes.trajectories(), lanes.steps(), n, firstSlot + j, uniform);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        for (int i = 0; i < n; i++) {
          int b = sizes[phase][i];
          int candidates =
              sampling == Sampling.WITHOUT_REPLACEMENT ? rows - Math.max(0, b - j - 1) : rows;
          index[phase][first(i) + j] = (int) (candidates * uniform[phase][i]);
        }
      }
    }
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      for (int i = 0; i < n && sampling == Sampling.WITHOUT_REPLACEMENT; i++) {
        makeDistinct(index[phase], first(i), sizes[phase][i]);
      }
    }
  }

  /** The largest of these steps. */
  private int takeSizes(Batch lanes) {
    int largest = 0;
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      double[] ofPhase = size.at(lanes, phase);
      for (int i = 0; i < lanes.size(); i++) {
        sizes[phase][i] = (int) ofPhase[i];
        largest = Math.max(largest, sizes[phase][i]);
      }
    }
    if (largest > width) {
      width = largest;
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        index[phase] = new int[lanes.capacity() * width];
      }
    }
    return largest;
  }

  /** As in {@link DistinctRows}. */
  private void makeDistinct(int[] row, int first, int b) {
    drawn++;
    for (int j = 0; j < b; j++) {
      if (taken[row[first + j]] == drawn) {
        row[first + j] = rows - b + j;
      }
      taken[row[first + j]] = drawn;
    }
  }
}
