package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Exact sums over the durations of trajectories: of steps and of model times, and of their squares.
 */
public final class DurationSums implements Serializable {
  private final ExactSum steps;
  private final ExactSum stepSquares;
  private final ExactSum times;
  private final ExactSum timeSquares;

  DurationSums() {
    this(new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum());
  }

  private DurationSums(ExactSum steps, ExactSum stepSquares, ExactSum times, ExactSum timeSquares) {
    this.steps = steps;
    this.stepSquares = stepSquares;
    this.times = times;
    this.timeSquares = timeSquares;
  }

  void add(long duration, double time) {
    steps.add(duration);
    stepSquares.addSquare(duration);
    times.add(time);
    timeSquares.addSquare(time);
  }

  DurationSums merge(DurationSums other) {
    return new DurationSums(
        sum(steps, other.steps),
        sum(stepSquares, other.stepSquares),
        sum(times, other.times),
        sum(timeSquares, other.timeSquares));
  }

  private static ExactSum sum(ExactSum a, ExactSum b) {
    ExactSum sum = a.copy();
    sum.add(b);
    return sum;
  }

  /** Sum of the numbers of steps. */
  public BigDecimal steps() {
    return steps.value();
  }

  /** Sum of the squares of the numbers of steps. */
  public BigDecimal stepSquares() {
    return stepSquares.value();
  }

  /** Sum of the model times. */
  public BigDecimal times() {
    return times.value();
  }

  /** Sum of the squares of the model times. */
  public BigDecimal timeSquares() {
    return timeSquares.value();
  }

  void write(DataOutput out) throws IOException {
    steps.write(out);
    stepSquares.write(out);
    times.write(out);
    timeSquares.write(out);
  }

  static DurationSums read(DataInput in) throws IOException {
    return new DurationSums(
        ExactSum.read(in), ExactSum.read(in), ExactSum.read(in), ExactSum.read(in));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DurationSums sums
        && steps.equals(sums.steps)
        && stepSquares.equals(sums.stepSquares)
        && times.equals(sums.times)
        && timeSquares.equals(sums.timeSquares);
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, stepSquares, times, timeSquares);
  }

  @Override
  public String toString() {
    return steps + " steps, " + times.doubleValue() + " model time";
  }
}
