package org.escapement.simulate;

import java.io.Serializable;

/**
 * A range of trajectory numbers of one cell: the unit of work, of retry and of resuming.
 *
 * @param number its place in the plan of the cell, from 0
 * @param first its first trajectory
 * @param trajectories how many, at least 1
 */
public record Chunk(long number, long first, int trajectories) implements Serializable {
  /** Checks the ranges. */
  public Chunk {
    if (number < 0 || first < 0 || trajectories < 1) {
      throw new IllegalArgumentException(
          "not a chunk: number " + number + ", first " + first + ", trajectories " + trajectories);
    }
  }

  /** The trajectory after the last. */
  public long end() {
    return first + trajectories;
  }
}
