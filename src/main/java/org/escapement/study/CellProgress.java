package org.escapement.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.escapement.measure.Findings;
import org.escapement.measure.Measure;
import org.escapement.measure.Measurement;
import org.escapement.measure.Reading;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitSummary;

/**
 * How far a cell has come: which of its trajectories are done up to a goal, and their merged
 * summary.
 *
 * <p>What lies beyond the goal waits until the goal has moved there, because the rule that moves it
 * may only look at the trajectories below it.
 */
final class CellProgress {
  private final Cell cell;
  private final TreeMap<Long, Long> covered = new TreeMap<>();
  private final List<Outcome> waiting = new ArrayList<>();
  private final List<Chunk> chunks = new ArrayList<>();
  private Findings findings;
  private long goal;
  private long steps;
  private long pilotSteps;
  private double seconds;
  private String failure = "";

  CellProgress(Cell cell, long goal) {
    this.cell = cell;
    this.goal = goal;
  }

  Cell cell() {
    return cell;
  }

  /** Trajectories 0 to goal - 1 are wanted. */
  long goal() {
    return goal;
  }

  /** Merged over what is covered below the goal. */
  Optional<Findings> findings() {
    return Optional.ofNullable(findings);
  }

  /** How the trajectories of the findings ended. */
  Optional<ExitSummary> summary() {
    return findings().map(Findings::exits);
  }

  /** What was measured beside exits. */
  List<Reading> readings() {
    return readings(measure -> true);
  }

  /** What some of the measures gave. */
  List<Reading> readings(Predicate<Measure<?>> which) {
    return findings()
        .map(found -> Measurement.readings(cell.measures(), which, found, cell.experiment()))
        .orElse(List.of());
  }

  /** The chunks that make up the findings, by first trajectory. */
  List<Chunk> chunks() {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort((a, b) -> Long.compare(a.first(), b.first()));
    return sorted;
  }

  /** Trajectories in the summary. */
  long trajectories() {
    return findings == null ? 0 : findings.exits().trajectories();
  }

  /** Steps of all trajectories in the summary. */
  long steps() {
    return steps;
  }

  /** Steps of the trajectories of the pilot. */
  long pilotSteps() {
    return pilotSteps;
  }

  double seconds() {
    return seconds;
  }

  /** Why the cell failed; empty when it did not. */
  String failure() {
    return failure;
  }

  boolean isFailed() {
    return !failure.isEmpty();
  }

  /** Takes the outcome of a chunk; one that overlaps what is covered changes nothing. */
  void add(Outcome outcome) {
    if (outcome.result().isEmpty()) {
      failure = failure.isEmpty() ? outcome.failure() : failure;
    } else if (outcome.chunk().end() > goal) {
      waiting.add(outcome);
    } else if (isFree(outcome.chunk())) {
      merge(outcome);
    }
  }

  /** Moves the goal and takes in what waited below it. */
  void advance(long newGoal) {
    goal = newGoal;
    List<Outcome> ready = new ArrayList<>(waiting);
    waiting.clear();
    ready.forEach(this::add);
  }

  /** The ranges of trajectories below the goal that are still to be run: pairs (first, end). */
  List<long[]> gaps() {
    List<long[]> gaps = new ArrayList<>();
    long from = 0;
    for (Map.Entry<Long, Long> range : covered.entrySet()) {
      if (range.getKey() > from) {
        gaps.add(new long[] {from, range.getKey()});
      }
      from = range.getValue();
    }
    if (from < goal) {
      gaps.add(new long[] {from, goal});
    }
    return gaps;
  }

  /** Whether nothing is to be run below the goal: all is done, or the cell has failed. */
  boolean isSettled() {
    return isFailed() || gaps().isEmpty();
  }

  private boolean isFree(Chunk chunk) {
    Map.Entry<Long, Long> before = covered.lowerEntry(chunk.end());
    return before == null || before.getValue() <= chunk.first();
  }

  private void merge(Outcome outcome) {
    Chunk chunk = outcome.chunk();
    findings = findings == null ? outcome.summary() : findings.merge(outcome.summary());
    steps += outcome.steps();
    seconds += outcome.seconds();
    if (chunk.end() <= Plan.PILOT) {
      pilotSteps += outcome.steps();
    }
    chunks.add(chunk);
    cover(chunk.first(), chunk.end());
  }

  private void cover(long first, long end) {
    Map.Entry<Long, Long> before = covered.floorEntry(first);
    Map.Entry<Long, Long> after = covered.ceilingEntry(end);
    long low = before != null && before.getValue() == first ? before.getKey() : first;
    long high = after != null && after.getKey() == end ? after.getValue() : end;
    if (after != null && after.getKey() == end) {
      covered.remove(end);
    }
    covered.put(low, high);
  }
}
