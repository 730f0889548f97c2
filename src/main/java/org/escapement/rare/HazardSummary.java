package org.escapement.rare;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.escapement.measure.QuasiStationary;
import org.escapement.measure.Reading;
import org.escapement.simulate.ExactSum;
import org.escapement.simulate.Summary;

/**
 * Of each trajectory q, the sum of its probabilities of an exit at the next step, and l, the number
 * of steps that this sum runs over; kept are the sums over trajectories that the ratio of both and
 * its standard error need.
 */
final class HazardSummary implements Summary<HazardSummary> {
  private static final int Q = 0;
  private static final int L = 1;
  private static final int QQ = 2;
  private static final int QL = 3;
  private static final int LL = 4;
  private static final int SUMS = 5;

  private final long trajectories;
  private final long exits;
  private final ExactSum[] sums;

  private HazardSummary(long trajectories, long exits, ExactSum[] sums) {
    this.trajectories = trajectories;
    this.exits = exits;
    this.sums = sums;
  }

  /** Takes one trajectory after the other. */
  static final class Tally {
    private final ExactSum[] sums = new ExactSum[SUMS];
    private long trajectories;
    private long exits;

    Tally() {
      Arrays.setAll(sums, k -> new ExactSum());
    }

    void add(double q, long l, boolean exited) {
      trajectories++;
      exits += exited ? 1 : 0;
      sums[Q].add(q);
      sums[L].add(l);
      sums[QQ].addSquare(q);
      double product = q * l;
      sums[QL].add(product);
      sums[QL].add(Math.fma(q, (double) l, -product));
      sums[LL].addSquare(l);
    }

    HazardSummary summary() {
      return new HazardSummary(trajectories, exits, sums);
    }
  }

  @Override
  public HazardSummary merge(HazardSummary other) {
    ExactSum[] both = new ExactSum[SUMS];
    for (int k = 0; k < SUMS; k++) {
      both[k] = sums[k].copy();
      both[k].add(other.sums[k]);
    }
    return new HazardSummary(trajectories + other.trajectories, exits + other.exits, both);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(trajectories);
    out.writeLong(exits);
    for (ExactSum sum : sums) {
      sum.write(out);
    }
  }

  static HazardSummary read(DataInput in) throws IOException {
    long trajectories = in.readLong();
    long exits = in.readLong();
    ExactSum[] sums = new ExactSum[SUMS];
    for (int k = 0; k < SUMS; k++) {
      sums[k] = ExactSum.read(in);
    }
    return new HazardSummary(trajectories, exits, sums);
  }

  /** NaN where no trajectory has lived to the burn-in. */
  List<Reading> readings() {
    double steps = sums[L].doubleValue();
    double rate = sums[Q].doubleValue() / steps;
    double error = stdError();
    double plain = exits / steps;
    double gain = rate * (1 - rate) / steps / (error * error);
    return List.of(
        reading(QuasiStationary.RATE, rate, error),
        reading(QuasiStationary.MEAN_STEP, 1 / rate, error / (rate * rate)),
        reading("exit_rate", plain, Math.sqrt(plain * (1 - plain) / steps)),
        reading("hazard_gain", gain, Double.NaN));
  }

  private Reading reading(String quantity, double value, double error) {
    return new Reading(quantity, Reading.NO_STEP, 0, 0, value, error, trajectories);
  }

  /**
   * Of the ratio r = sum q / sum l: sqrt(n / (n - 1) sum (q - r l)^2) / sum l, as for any ratio of
   * means; NaN for a single trajectory.
   */
  private double stdError() {
    if (trajectories < 2 || sums[L].doubleValue() == 0) {
      return Double.NaN;
    }
    BigDecimal q = sums[Q].value();
    BigDecimal l = sums[L].value();
    BigDecimal spread =
        sums[QQ]
            .value()
            .multiply(l.pow(2))
            .subtract(BigDecimal.valueOf(2).multiply(sums[QL].value()).multiply(q).multiply(l))
            .add(sums[LL].value().multiply(q.pow(2)));
    double n = trajectories;
    double variance = spread.divide(l.pow(4), MathContext.DECIMAL128).doubleValue();
    return Math.sqrt(variance * n / (n - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HazardSummary summary
        && trajectories == summary.trajectories
        && exits == summary.exits
        && Arrays.equals(sums, summary.sums);
  }

  @Override
  public int hashCode() {
    return Objects.hash(trajectories, exits, Arrays.hashCode(sums));
  }
}
