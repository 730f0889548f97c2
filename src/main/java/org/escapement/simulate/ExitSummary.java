package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What is kept of how trajectories ended: counts, exact sums of durations, and histograms of steps.
 * Its size does not grow with the number of trajectories.
 *
 * <p>Censored trajectories all stand at the horizon, so that their number says everything about
 * them.
 */
public final class ExitSummary implements Summary<ExitSummary> {
  private static final int MOST_SIDES = 1 << 24;

  private final long censored;
  private final long[] sides;
  private final DurationSums exits;
  private final DurationSums all;
  private final StepHistogram exitSteps;
  private final StepHistogram divergedSteps;

  private ExitSummary(
      long censored,
      long[] sides,
      DurationSums exits,
      DurationSums all,
      StepHistogram exitSteps,
      StepHistogram divergedSteps) {
    this.censored = censored;
    this.sides = sides;
    this.exits = exits;
    this.all = all;
    this.exitSteps = exitSteps;
    this.divergedSteps = divergedSteps;
  }

  /** All trajectories. */
  public long trajectories() {
    return exited() + censored + diverged();
  }

  /** Trajectories that left the domain. */
  public long exited() {
    return exitSteps.total();
  }

  /** Trajectories that reached the horizon. */
  public long censored() {
    return censored;
  }

  /** Trajectories that diverged. */
  public long diverged() {
    return divergedSteps.total();
  }

  /** Sides of the domain. */
  public int sides() {
    return sides.length;
  }

  /** Trajectories that left by the given side, 0 <= side < sides(). */
  public long exitedBy(int side) {
    return sides[side];
  }

  /** Sums over the trajectories that left. */
  public DurationSums exits() {
    return exits;
  }

  /** Sums over all trajectories, however they ended: the steps and the time at risk. */
  public DurationSums all() {
    return all;
  }

  /** Steps after which trajectories left. */
  public StepHistogram exitSteps() {
    return exitSteps;
  }

  /** Steps after which trajectories diverged. */
  public StepHistogram divergedSteps() {
    return divergedSteps;
  }

  @Override
  public ExitSummary merge(ExitSummary other) {
    if (sides.length != other.sides.length) {
      throw new IllegalArgumentException(
          "summaries of different domains: "
              + sides.length
              + " and "
              + other.sides.length
              + " sides");
    }
    long[] bothSides = new long[sides.length];
    Arrays.setAll(bothSides, j -> sides[j] + other.sides[j]);
    return new ExitSummary(
        censored + other.censored,
        bothSides,
        exits.merge(other.exits),
        all.merge(other.all),
        exitSteps.merge(other.exitSteps),
        divergedSteps.merge(other.divergedSteps));
  }

  @Override
  public void write(DataOutput out) throws IOException {
    Varint.write(out, censored);
    Varint.write(out, sides.length);
    for (long side : sides) {
      Varint.write(out, side);
    }
    exits.write(out);
    all.write(out);
    exitSteps.write(out);
    divergedSteps.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static ExitSummary read(DataInput in) throws IOException {
    long censored = Varint.read(in);
    long[] sides = new long[Varint.readBelow(in, MOST_SIDES)];
    for (int j = 0; j < sides.length; j++) {
      sides[j] = Varint.read(in);
    }
    return new ExitSummary(
        censored,
        sides,
        DurationSums.read(in),
        DurationSums.read(in),
        StepHistogram.read(in),
        StepHistogram.read(in));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExitSummary summary
        && censored == summary.censored
        && Arrays.equals(sides, summary.sides)
        && exits.equals(summary.exits)
        && all.equals(summary.all)
        && exitSteps.equals(summary.exitSteps)
        && divergedSteps.equals(summary.divergedSteps);
  }

  @Override
  public int hashCode() {
    return Objects.hash(censored, Arrays.hashCode(sides), exits, all, exitSteps, divergedSteps);
  }

  @Override
  public String toString() {
    return exited() + " exited, " + censored + " censored, " + diverged() + " diverged";
  }

  /** Counts one trajectory after the other, in any order. */
  public static final class Tally {
    private final long[] sides;
    private final DurationSums exits = new DurationSums();
    private final DurationSums others = new DurationSums();
    private final StepHistogram.Counter exitSteps = new StepHistogram.Counter();
    private final StepHistogram.Counter divergedSteps = new StepHistogram.Counter();
    private long censored;

    /** A tally of no trajectory, in a domain with so many sides. */
    public Tally(int sides) {
      this.sides = new long[sides];
    }

    /**
     * Counts a trajectory.
     *
     * @param time model time of its steps
     * @param side by which it left; not looked at unless it exited
     */
    public void add(Ending how, long steps, double time, int side) {
      (how == Ending.EXITED ? exits : others).add(steps, time);
      switch (how) {
        case EXITED -> {
          exitSteps.add(steps);
          sides[side]++;
        }
        case CENSORED -> censored++;
        case DIVERGED -> divergedSteps.add(steps);
        default -> throw new IllegalStateException("no such ending: " + how);
      }
    }

    /** The summary of all that were counted; the tally must not be used any more. */
    public ExitSummary summary() {
      return new ExitSummary(
          censored,
          sides,
          exits,
          exits.merge(others),
          exitSteps.histogram(),
          divergedSteps.histogram());
    }
  }
}
