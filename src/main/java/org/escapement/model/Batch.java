package org.escapement.model;

import org.escapement.random.Draws;

/**
 * The trajectories that move together: coordinate k of lane i is {@code state()[k][i]}, 0 <= i <
 * size().
 *
 * <p>The first {@code dimension()} coordinates are the position; whatever else a dynamics carries
 * (momentum, velocity) comes after. Between two draws of random numbers all live lanes stand at a
 * multiple of {@link Draws#PHASES} steps, because numbers are drawn for so many steps at once.
 */
public final class Batch {
  private final double[][] state;
  private final long[] trajectories;
  private final long[] steps;
  private final double[] start;
  private final int dimension;
  private int size;

  /**
   * A batch without live lanes.
   *
   * @param lanes the largest number of live lanes
   * @param dimension coordinates of the position
   * @param start the whole state at which every trajectory begins, at least {@code dimension}
   *     coordinates
   */
  public Batch(int lanes, int dimension, Vector start) {
    this.state = new double[start.size()][lanes];
    this.trajectories = new long[lanes];
    this.steps = new long[lanes];
    this.start = start.toArray();
    this.dimension = dimension;
  }

  /** Live lanes. */
  public int size() {
    return size;
  }

  public int capacity() {
    return steps.length;
  }

  public int dimension() {
    return dimension;
  }

  /** The live arrays themselves, {@code [k][i]}; entries from size() on are garbage. */
  public double[][] state() {
    return state;
  }

  /** Lane to trajectory number. */
  public long[] trajectories() {
    return trajectories;
  }

  /** Lane to the number of steps made when random numbers were last drawn. */
  public long[] steps() {
    return steps;
  }

  /** Adds a live lane at the start of a trajectory. */
  public void add(long trajectory) {
    refill(size++, trajectory);
  }

  /** Puts the state of a lane back to the start. */
  public void restart(int lane) {
    for (int k = 0; k < state.length; k++) {
      state[k][lane] = start[k];
    }
  }

  /** Puts a lane back to the start, at step 0 of another trajectory. */
  public void refill(int lane, long trajectory) {
    restart(lane);
    trajectories[lane] = trajectory;
    steps[lane] = 0;
  }

  /** Ends a lane: the last live lane takes its place. */
  public void retire(int lane) {
    size--;
    for (double[] coordinate : state) {
      coordinate[lane] = coordinate[size];
    }
    trajectories[lane] = trajectories[size];
    steps[lane] = steps[size];
  }

  /** Counts the steps that every live lane has made with the numbers last drawn. */
  public void countSteps() {
    for (int i = 0; i < size; i++) {
      steps[i] += Draws.PHASES;
    }
  }
}
