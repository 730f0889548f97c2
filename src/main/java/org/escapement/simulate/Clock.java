package org.escapement.simulate;

import java.util.Arrays;
import java.util.Optional;
import org.escapement.model.Schedule;

/**
 * The model time after so many steps: the sum of their step sizes.
 *
 * <p>The time is a function of the schedule and the number of steps alone, so it is the same double
 * wherever it is computed. A constant step size is multiplied by the number of steps; others are
 * added one by one with the rounding errors carried along (Knuth's two-sum), which keeps ten
 * million steps as exact as one.
 */
public final class Clock {
  private final Schedule stepSize;
  private final double lag;

  /** A clock that ticks by the given step sizes. */
  public Clock(Schedule stepSize) {
    this(stepSize, 0);
  }

  /**
   * A clock that dates exits back.
   *
   * @param lag the share of its last step by which an exit is dated back
   */
  public Clock(Schedule stepSize, double lag) {
    this.stepSize = stepSize;
    this.lag = lag;
  }

  /** The step size when it is the same at every step. */
  public Optional<Double> step() {
    return stepSize.isConstant() ? Optional.of(stepSize.at(0)) : Optional.empty();
  }

  /** Whether exits are dated back. */
  public boolean lags() {
    return lag != 0;
  }

  /**
   * The date of an exit that is found after so many steps.
   *
   * @param time model time after these steps
   * @param steps at least 1
   */
  public double dated(double time, long steps) {
    return time - lag * stepSize.at(steps - 1);
  }

  /** Model time after so many steps, at least 0. */
  public double at(long steps) {
    return at(new long[] {steps})[0];
  }

  /**
   * Model times {@code out[i]} after {@code steps[i]} steps, in any order. Costs as many
   * evaluations of a schedule that is not constant as the largest of them.
   */
  public double[] at(long... steps) {
    if (stepSize.isConstant()) {
      double each = stepSize.at(0);
      return Arrays.stream(steps).mapToDouble(n -> n * each).toArray();
    }
    long[] sorted = Arrays.stream(steps).sorted().distinct().toArray();
    double[] times = walk(sorted);
    return Arrays.stream(steps).mapToDouble(n -> times[Arrays.binarySearch(sorted, n)]).toArray();
  }

  private double[] walk(long[] increasing) {
    double[] times = new double[increasing.length];
    CompensatedSum sum = new CompensatedSum();
    long made = 0;
    for (int i = 0; i < increasing.length; i++) {
      for (; made < increasing[i]; made++) {
        sum.add(stepSize.at(made));
      }
      times[i] = sum.value();
    }
    return times;
  }
}
