package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.escapement.simulate.Chunk;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class StudyRunTest {
  private static final StudyRun.Environment NOWHERE =
      new StudyRun.Environment("test", "none", "any", "any");

  private static final String JOB =
      """
      question: Do digits depend on the way?
      objective: { type: double-well, depth: 0.25, half-width: 1.0 }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: heavy-ball, step-size: 0.2, momentum: 0.0 }
      start: [-1.0]
      domain: { type: half-space, normal: [-1.0], offset: 0.0 }
      horizon: 100000
      trajectories: %d
      seed: 7
      %s
      sweep: { dynamics.step-size: [%s] }
      """;

  private static Study study(long trajectories, String more, String steps) {
    return JobFile.parse(JOB.formatted(trajectories, more, steps), "way.yaml", List.of());
  }

  private static StudyResult run(Study study, Runner runner, Storage storage) {
    return new StudyRun(study, runner, storage, new RunListener() {}, NOWHERE).run();
  }

  private static StudyResult run(Study study) {
    MemoryStorage storage = new MemoryStorage();
    return run(study, new LocalRunner(1, storage), storage);
  }

  private static String digest(StudyResult result, String table) {
    return TableDigest.of(result.table(table));
  }

  @Test
  void neitherThreadsNorTheOrderOfChunksMatter() {
    Study study = study(6000, "", "0.2, 0.3");
    StudyResult expected = run(study);
    MemoryStorage threads = new MemoryStorage();
    MemoryStorage shuffled = new MemoryStorage();
    StudyResult onThreads = run(study, new LocalRunner(3, threads), threads);
    StudyResult inDisorder = run(study, new ShuffledRunner(shuffled), shuffled);
    for (String table : List.of("exit_summary", "exit_sides", "survival", "theory")) {
      assertThat(digest(onThreads, table)).isEqualTo(digest(expected, table));
      assertThat(digest(inDisorder, table)).isEqualTo(digest(expected, table));
    }
  }

  @Test
  void aPointAddedToTheSweepLeavesTheOthersAsTheyWere() {
    StudyResult two = run(study(3000, "", "0.2, 0.3"));
    StudyResult three = run(study(3000, "", "0.2, 0.25, 0.3"));
    List<Object[]> before = two.table("exit_summary").rows();
    List<Object[]> after = three.table("exit_summary").rows();
    assertThat(tail(after.get(0))).isEqualTo(tail(before.get(0)));
    assertThat(tail(after.get(2))).isEqualTo(tail(before.get(1)));
  }

  /** A row without the number of the cell. */
  private static List<Object> tail(Object[] row) {
    return java.util.Arrays.asList(row).subList(1, row.length);
  }

  @Test
  void moreTrajectoriesExtendTheRun() {
    MemoryStorage storage = new MemoryStorage();
    run(study(3000, "", "0.2"), new LocalRunner(1, storage), storage);
    List<Chunk> before = chunks(storage);
    StudyResult extended = run(study(5000, "", "0.2"), new LocalRunner(1, storage), storage);
    List<Chunk> added = new ArrayList<>(chunks(storage));
    added.removeAll(before);
    assertThat(added.stream().mapToLong(Chunk::first).min()).hasValue(3000);
    assertThat(added.stream().mapToLong(Chunk::trajectories).sum()).isEqualTo(2000);
    assertThat(digest(extended, "exit_summary"))
        .isEqualTo(digest(run(study(5000, "", "0.2")), "exit_summary"));
  }

  private static List<Chunk> chunks(MemoryStorage storage) {
    return storage.rows.stream().map(Outcome::chunk).toList();
  }

  @Test
  void aRunThatDiedGoesOnWithTheSameDigits() {
    Study study = study(6000, "precision: 3%", "0.2, 0.3");
    MemoryStorage storage = new MemoryStorage();
    for (int survived = 1; survived < 6; survived++) {
      try {
        run(study, new DyingRunner(storage, survived), storage);
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("killed");
      }
    }
    StudyResult resumed = run(study, new LocalRunner(1, storage), storage);
    assertThat(digest(resumed, "exit_summary")).isEqualTo(digest(run(study), "exit_summary"));
  }

  @Test
  void precisionStopsEarlyAndReachesItsTarget() {
    StudyResult result = run(study(1_000_000, "precision: 2%", "0.3"));
    Table summary = result.table("exit_summary");
    Object[] row = summary.rows().get(0);
    assertThat((Long) row[column(summary, "trajectories")]).isBetween(1000L, 10_000L);
    double error = (Double) row[column(summary, "std_error")];
    assertThat(error / (Double) row[column(summary, "mean_time")]).isBetween(0.005, 0.02);
  }

  @Test
  void precisionDecidesTheSameWhateverTheLedgerHolds() {
    String asked = "precision: 2%";
    String expected = digest(run(study(100_000, asked, "0.2, 0.3")), "exit_summary");
    MemoryStorage plain = new MemoryStorage();
    run(study(3000, "", "0.2, 0.3"), new LocalRunner(1, plain), plain);
    StudyResult afterPlain =
        run(study(100_000, asked, "0.2, 0.3"), new LocalRunner(1, plain), plain);
    MemoryStorage rough = new MemoryStorage();
    run(study(100_000, "precision: 10%", "0.2, 0.3"), new LocalRunner(1, rough), rough);
    StudyResult afterRough =
        run(study(100_000, asked, "0.2, 0.3"), new LocalRunner(1, rough), rough);
    assertThat(digest(afterPlain, "exit_summary")).isEqualTo(expected);
    assertThat(digest(afterRough, "exit_summary")).isEqualTo(expected);
  }

  @Test
  void pairedCellsGoOnTogetherAfterACrash() {
    Study study = study(20_000, "precision: 4%\ncommon-random-numbers: true", "0.2, 0.3");
    MemoryStorage storage = new MemoryStorage();
    for (int survived = 1; survived < 5; survived++) {
      try {
        run(study, new DyingRunner(storage, survived), storage);
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("killed");
      }
    }
    StudyResult resumed = run(study, new LocalRunner(1, storage), storage);
    StudyResult straight = run(study);
    assertThat(digest(resumed, "differences")).isEqualTo(digest(straight, "differences"));
    assertThat(digest(resumed, "exit_summary")).isEqualTo(digest(straight, "exit_summary"));
  }

  @Test
  void keepingMoreExitsRunsOnlyTheChunksThatLackThem() {
    MemoryStorage storage = new MemoryStorage();
    run(study(3000, "", "0.3"), new LocalRunner(1, storage), storage);
    List<Chunk> before = chunks(storage);
    run(study(3000, "keep: { exits: 10 }", "0.3"), new LocalRunner(1, storage), storage);
    List<Chunk> again = chunks(storage).subList(before.size(), storage.rows.size());
    assertThat(before).hasSizeGreaterThan(1);
    assertThat(again).extracting(Chunk::first).containsExactly(0L);
    assertThat(storage.exits).isNotEmpty();
  }

  @Test
  void whatTheLedgerHoldsIsSaidAndNotCountedAgain() {
    MemoryStorage storage = new MemoryStorage();
    run(study(3000, "", "0.3"), new LocalRunner(1, storage), storage);
    List<String> notes = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    Study more = study(4000, "", "0.3");
    new StudyRun(more, new LocalRunner(1, storage), storage, listener, NOWHERE).run();
    assertThat(notes).containsExactly("goes on from 3000 trajectories in the ledger");
  }

  @Test
  void aChunkThatThrowsFailsItsCellOnly() {
    Study study = study(1000, "", "0.2, 0.3");
    MemoryStorage storage = new MemoryStorage();
    String victim = study.cells().get(0).key();
    Runner runner =
        (title, work, done) ->
            new LocalRunner(1, storage)
                .run(
                    title,
                    work,
                    outcome ->
                        done.accept(
                            outcome.cellKey().equals(victim) && outcome.chunk().number() > 0
                                ? Outcome.failed(pieceOf(work, outcome), new RuntimeException("no"))
                                : outcome));
    StudyResult result = run(study, runner, storage);
    Table summary = result.table("exit_summary");
    assertThat(result.failedCells()).isEqualTo(1);
    assertThat(summary.rows()).hasSize(2);
    assertThat(summary.rows().get(0)[column(summary, "failure")]).asString().contains("no");
    assertThat(summary.rows().get(1)[column(summary, "failure")]).isNull();
  }

  private static Work pieceOf(List<Work> work, Outcome outcome) {
    return work.stream()
        .filter(w -> w.cell().key().equals(outcome.cellKey()) && w.chunk().equals(outcome.chunk()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void commonRandomNumbersGivePairedDifferences() {
    StudyResult result = run(study(2000, "common-random-numbers: true", "0.2, 0.21, 0.3"));
    Table differences = result.table("differences");
    assertThat(differences.rows()).hasSize(2);
    Object[] near = differences.rows().get(0);
    double paired = (Double) near[column(differences, "std_error")];
    double independent = (Double) near[column(differences, "independent_std_error")];
    assertThat((Long) near[column(differences, "pairs")]).isEqualTo(2000);
    assertThat(paired).isLessThan(independent);
  }

  @Test
  void differencesStandBesideThePredictedOnes() {
    StudyResult result =
        run(
            study(
                500,
                "common-random-numbers: true\ncompare-to: { dynamics.step-size: 0.3 }",
                "0.2, 0.3"));
    Table differences = result.table("differences");
    assertThat(differences.rows()).hasSize(1);
    Object[] row = differences.rows().get(0);
    assertThat((Long) row[column(differences, "cell")]).isZero();
    assertThat((Long) row[column(differences, "reference")]).isEqualTo(1);
    assertThat(row[column(differences, "prediction")]).isEqualTo("exact-walk");
    double difference = (Double) row[column(differences, "difference")];
    double error = (Double) row[column(differences, "std_error")];
    // Five standard errors: false alarm 5.7e-7.
    assertThat((Double) row[column(differences, "predicted")])
        .isCloseTo(difference, within(5 * error));
  }

  /** To add up the step sizes until such a horizon would take years. */
  @Test
  void pairedDifferencesNeedNotReachTheHorizon() {
    Study study =
        JobFile.parse(
            JOB.formatted(100, "common-random-numbers: true", "0.3, 0.4"),
            "way.yaml",
            List.of(
                "horizon=" + Long.MAX_VALUE,
                "sweep.dynamics.step-size=[{type: polynomial, initial: 0.4, steps: 1e6, power: 0.5},"
                    + " {type: polynomial, initial: 0.3, steps: 1e6, power: 0.5}]"));
    Table differences = run(study).table("differences");
    Object[] row = differences.rows().get(0);
    assertThat((Long) row[column(differences, "pairs")]).isEqualTo(100);
    assertThat((Double) row[column(differences, "difference")]).isPositive();
  }

  static int column(Table table, String name) {
    return table.columns().stream().map(Column::name).toList().indexOf(name);
  }

  /** Hands outcomes over in a random order. */
  private record ShuffledRunner(ExitStore store) implements Runner {
    @Override
    public void run(String title, List<Work> work, Consumer<Outcome> done) {
      List<Work> shuffled = new ArrayList<>(work);
      Collections.shuffle(shuffled, new Random(5));
      new LocalRunner(1, store).run(title, shuffled, done);
    }
  }

  /** Dies after so many chunks of a round, leaving what it finished to the ledger. */
  private record DyingRunner(MemoryStorage storage, int survived) implements Runner {
    @Override
    public void run(String title, List<Work> work, Consumer<Outcome> done) {
      int alive = Math.min(survived, work.size());
      List<Outcome> finished = new ArrayList<>();
      new LocalRunner(1, storage).run(title, work.subList(0, alive), finished::add);
      if (alive < work.size()) {
        storage.append(finished);
        throw new IllegalStateException("killed");
      }
      finished.forEach(done);
    }
  }

  /**
   * Of a loss with a relative deviation of sqrt(2), as that of one normal coordinate, 1 % takes 20
   * 000 trajectories; the noise of a stopping rule with a margin of 5 % is far below the bounds.
   */
  @Test
  void precisionOfALossWhereNothingCanBeLeft() {
    String job =
        """
        question: How low?
        objective: { type: quadratic, curvature: [1.0] }
        noise: { type: gaussian, scale: 1.0 }
        dynamics: { type: sgd, step-size: 0.1 }
        start: [0.0]
        domain: whole-space
        horizon: 40
        trajectories: 1000000
        precision: 1%
        seed: 5
        measure: [ { type: moments, of: [mean, loss], at: { type: linear, points: 2 } } ]
        """;
    StudyResult result = run(JobFile.parse(job, "loss.yaml", List.of()));
    Object[] loss = result.table("moments").rows().get(3);
    int mean = column(result.table("moments"), "mean");
    int error = column(result.table("moments"), "std_error");
    assertThat((double) loss[error] / (double) loss[mean]).isBetween(0.009, 0.01);
    assertThat((long) loss[column(result.table("moments"), "trajectories")])
        .isBetween(19_000L, 23_000L);
  }
}
