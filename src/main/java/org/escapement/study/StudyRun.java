package org.escapement.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.escapement.estimate.Precision;
import org.escapement.simulate.Chunk;

/** Runs a study: round after round until every cell has what was asked for, then its tables. */
public final class StudyRun {
  /** A safeguard against work lost to a crash: the ledger is written at least so often. */
  private static final double LEDGER_SECONDS = 5;

  private final Study study;
  private final Runner runner;
  private final Storage storage;
  private final RunListener listener;
  private final Environment environment;
  private final Map<String, CellProgress> cells = new LinkedHashMap<>();
  private final List<Outcome> unwritten = new ArrayList<>();
  private long lastWrite;
  private long made;
  private long resumed;
  private double expected;
  private int taken;

  /** What ran it, for the table {@code runs}. */
  public record Environment(String version, String spark, String java, String kernels) {}

  /** A run that has not begun. */
  public StudyRun(
      Study study, Runner runner, Storage storage, RunListener listener, Environment environment) {
    this.study = study;
    this.runner = runner;
    this.storage = storage;
    this.listener = listener;
    this.environment = environment;
    long pilot = Math.min(Plan.PILOT, study.trajectories());
    study.cells().forEach(cell -> cells.put(cell.key(), new CellProgress(cell, pilot)));
  }

  /** Runs or resumes, and publishes the tables. */
  public StudyResult run() {
    Instant started = Instant.now();
    recoverAll();
    int round = 0;
    do {
      while (runRound(round)) {
        round++;
      }
    } while (advanceGoals());
    return new RunTables(study, storage, environment, cells.values()).publish(started);
  }

  /** Takes in what the ledger holds, as far as the rounds that it completes reach. */
  private void recoverAll() {
    storage.ledger().read(study.cells(), this::recover);
    boolean further = true;
    while (further) {
      further = advanceGoals();
    }
    resumed = cells.values().stream().mapToLong(CellProgress::steps).sum();
    long there = cells.values().stream().mapToLong(CellProgress::trajectories).sum();
    if (there > 0) {
      listener.note("goes on from " + there + " trajectories in the ledger");
    }
  }

  private void recover(Outcome outcome) {
    Chunk chunk = outcome.chunk();
    boolean needsNoRows = chunk.first() >= keepBelow();
    if (needsNoRows || outcome.keptBelow() >= Math.min(keepBelow(), chunk.end())) {
      cells.get(outcome.cellKey()).add(outcome);
    }
  }

  /** Runs what is planned; false when nothing is. */
  private boolean runRound(int round) {
    List<Work> work = Plan.work(cells.values(), keepBelow());
    if (work.isEmpty()) {
      return false;
    }
    String title = study.question() + " (round " + round + ")";
    listener.roundStarted(title, work.size());
    expected = cells.values().stream().mapToDouble(this::expectedSteps).sum();
    lastWrite = System.nanoTime();
    taken = 0;
    try {
      runner.run(title, work, this::take);
    } finally {
      writeLedger();
    }
    if (taken != work.size()) {
      throw new IllegalStateException(
          "of " + work.size() + " chunks " + taken + " came back from the runner");
    }
    return true;
  }

  private void take(Outcome outcome) {
    CellProgress cell = cells.get(outcome.cellKey());
    expected -= expectedSteps(cell);
    cell.add(outcome);
    expected += expectedSteps(cell);
    made += outcome.steps();
    taken++;
    if (outcome.result().isPresent()) {
      unwritten.add(outcome);
    } else {
      listener.note(failureLine(outcome));
    }
    if ((System.nanoTime() - lastWrite) * 1e-9 > LEDGER_SECONDS) {
      writeLedger();
    }
    listener.advanced(made, Math.max(made, (long) expected - resumed));
  }

  private String failureLine(Outcome outcome) {
    Cell cell = cells.get(outcome.cellKey()).cell();
    return "cell " + cell.number() + " failed: " + outcome.failure();
  }

  private void writeLedger() {
    if (!unwritten.isEmpty()) {
      storage.ledger().append(unwritten);
      unwritten.clear();
    }
    lastWrite = System.nanoTime();
  }

  /** Steps that the whole cell will have made, judged by what is done of it. */
  private double expectedSteps(CellProgress cell) {
    long wanted = study.precision().isPresent() ? cell.goal() : study.trajectories();
    long done = cell.trajectories();
    return done == 0 ? 0 : cell.steps() * ((double) wanted / done);
  }

  /** Trajectories below this need rows of their own: paired differences need all of them. */
  private long keepBelow() {
    return study.commonRandomNumbers() ? Long.MAX_VALUE : study.keep().exits();
  }

  /** Decides from the finished round how far each cell must go; false when none must go further. */
  private boolean advanceGoals() {
    Map<CellProgress, Long> goals = nextGoals(cells.values());
    boolean any = false;
    for (Map.Entry<CellProgress, Long> goal : goals.entrySet()) {
      if (goal.getValue() > goal.getKey().goal()) {
        goal.getKey().advance(goal.getValue());
        any = true;
      }
    }
    return any;
  }

  /** Paired cells go on together, and only when all have come to where they are. */
  private Map<CellProgress, Long> nextGoals(Collection<CellProgress> all) {
    Map<CellProgress, Long> goals =
        all.stream()
            .collect(Collectors.toMap(c -> c, this::nextGoal, (a, b) -> a, LinkedHashMap::new));
    if (study.commonRandomNumbers()) {
      boolean settled = all.stream().allMatch(CellProgress::isSettled);
      LongStream candidates = goals.values().stream().mapToLong(Long::longValue);
      long common = settled ? candidates.max().orElse(0) : 0;
      goals.replaceAll((cell, goal) -> cell.isFailed() ? goal : common);
    }
    return goals;
  }

  private long nextGoal(CellProgress cell) {
    if (cell.isFailed() || !cell.isSettled()) {
      return cell.goal();
    }
    if (study.precision().isEmpty()) {
      return study.trajectories();
    }
    return Precision.nextTrajectories(
        cell.goal(),
        RelativeError.of(study, cell),
        study.precision().getAsDouble(),
        study.trajectories());
  }
}
