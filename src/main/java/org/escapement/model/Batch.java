package org.escapement.model;

import java.util.Optional;
import java.util.function.LongFunction;
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
  /** Keeps the state of the live lanes in a form of its own while nobody looks at it. */
  public interface Keeper {

    /** Writes the state of lanes 0 <= i < n to {@code state[k][i]}. */
    void bring(double[][] state, int n);

    /** As {@link Batch#narrow}. */
    void narrow(double bound, int n, double[] margin);
  }

  private final double[][] state;
  private final long[] trajectories;
  private final long[] steps;
  private final LongFunction<double[]> start;
  private final int dimension;
  private int size;
  private Optional<Keeper> keeper = Optional.empty();

  /** Whether the keeper is ahead of the arrays. */
  private boolean ahead;

  /**
   * A batch without live lanes.
   *
   * @param lanes the largest number of live lanes
   * @param dimension coordinates of the position
   * @param start the whole state at which every trajectory begins, at least {@code dimension}
   *     coordinates
   */
  public Batch(int lanes, int dimension, Vector start) {
    this(lanes, dimension, start.size(), at(start.toArray()));
  }

  /**
   * A batch without live lanes.
   *
   * @param lanes the largest number of live lanes
   * @param dimension coordinates of the position
   * @param stateDimension coordinates of the whole state
   * @param start trajectory number to the whole state at which it begins; used at once
   */
  public Batch(int lanes, int dimension, int stateDimension, LongFunction<double[]> start) {
    this.state = new double[stateDimension][lanes];
    this.trajectories = new long[lanes];
    this.steps = new long[lanes];
    this.start = start;
    this.dimension = dimension;
  }

  private static LongFunction<double[]> at(double[] state) {
    return trajectory -> state;
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

  /**
   * The live arrays themselves, {@code [k][i]}; entries from size() on are garbage. Only a stepper
   * may write to them, and whoever sets trajectories off before their first step.
   */
  public double[][] state() {
    if (ahead) {
      keeper.orElseThrow().bring(state, size);
      ahead = false;
    }
    return state;
  }

  /** From now on the keeper is ahead of the arrays: it has made a step with every live lane. */
  public void keptBy(Keeper stepper) {
    keeper = Optional.of(stepper);
    ahead = true;
  }

  /** Whether what the keeper holds is still the state of every live lane. */
  public boolean isKeptBy(Keeper stepper) {
    return keeper.isPresent() && keeper.get() == stepper;
  }

  /** The arrays, which the caller will change: no keeper holds the state any more. */
  private double[][] changed() {
    state();
    keeper = Optional.empty();
    return state;
  }

  /**
   * Makes {@code margin[i]} not positive where some |x_k| of lane i is not below the bound, NaN
   * included; elsewhere it stays positive, but may become smaller.
   */
  public void narrow(double bound, double[] margin) {
    if (ahead) {
      keeper.orElseThrow().narrow(bound, size, margin);
    } else {
      for (int k = 0; k < dimension; k++) {
        narrow(state[k], bound, size, margin);
      }
    }
  }

  private static void narrow(double[] x, double bound, int n, double[] margin) {
    for (int i = 0; i < n; i++) {
      margin[i] = Math.min(margin[i], bound - Math.abs(x[i]));
    }
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
    double[][] x = changed();
    double[] begin = start.apply(trajectories[lane]);
    for (int k = 0; k < x.length; k++) {
      x[k][lane] = begin[k];
    }
  }

  /** Puts a lane back to the start, at step 0 of another trajectory. */
  public void refill(int lane, long trajectory) {
    trajectories[lane] = trajectory;
    steps[lane] = 0;
    restart(lane);
  }

  /** Ends a lane: the last live lane takes its place. */
  public void retire(int lane) {
    double[][] x = changed();
    size--;
    for (double[] coordinate : x) {
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
