package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.measure.ExitTime;
import org.escapement.measure.Findings;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Simulation;
import org.escapement.simulate.Summary;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Test;

class CellProgressTest {
  private static final Cell CELL =
      JobFile.parse(
              """
              question: What is covered?
              objective: { type: double-well, depth: 0.25, half-width: 1.0 }
              noise: { type: gaussian, scale: 1.0 }
              dynamics: { type: sgd, step-size: 0.4 }
              start: [-1.0]
              domain: { type: half-space, normal: [-1.0], offset: 0.0 }
              horizon: 1000
              trajectories: 1000
              seed: 7
              """,
              "covered.yaml",
              List.of())
          .cells()
          .get(0);

  private static ChunkResult<ExitSummary> simulated(long first, long end) {
    Chunk chunk = new Chunk(0, first, (int) (end - first));
    return Simulation.run(CELL.experiment(), CELL.randomKey(), ExitTimes.summaryOnly(), chunk);
  }

  private static List<Summary<?>> none() {
    return List.of(new ExitTime.Nothing());
  }

  private static Outcome outcome(long first, long end) {
    Chunk chunk = new Chunk(0, first, (int) (end - first));
    ChunkResult<ExitSummary> result = simulated(first, end);
    return Outcome.done(
        new Work(CELL, chunk, 0, 0), result.steps(), 1, new Findings(result.summary(), none()));
  }

  private static void holdsAll(CellProgress progress, long end) {
    assertThat(progress.isSettled()).isTrue();
    assertThat(progress.summary()).contains(simulated(0, end).summary());
    assertThat(progress.steps()).isEqualTo(simulated(0, end).steps());
  }

  @Test
  void mergesInAnyOrder() {
    CellProgress progress = new CellProgress(CELL, 100);
    progress.add(outcome(70, 100));
    progress.add(outcome(0, 30));
    assertThat(progress.gaps()).containsExactly(new long[] {30, 70});
    progress.add(outcome(30, 70));
    holdsAll(progress, 100);
    assertThat(progress.chunks()).extracting(Chunk::first).containsExactly(0L, 30L, 70L);
  }

  @Test
  void takesNoTrajectoryTwice() {
    CellProgress progress = new CellProgress(CELL, 100);
    progress.add(outcome(0, 40));
    progress.add(outcome(60, 80));
    progress.add(outcome(0, 40));
    progress.add(outcome(30, 50));
    progress.add(outcome(10, 20));
    progress.add(outcome(50, 70));
    progress.add(outcome(40, 100));
    assertThat(progress.trajectories()).isEqualTo(60);
    assertThat(progress.gaps()).containsExactly(new long[] {40, 60}, new long[] {80, 100});
    progress.add(outcome(40, 60));
    progress.add(outcome(80, 100));
    holdsAll(progress, 100);
  }

  /**
   * A stopping rule that saw trajectories beyond its goal would decide otherwise after a resume.
   */
  @Test
  void whatLiesBeyondTheGoalWaits() {
    CellProgress progress = new CellProgress(CELL, 64);
    progress.add(outcome(64, 128));
    progress.add(outcome(0, 64));
    holdsAll(progress, 64);
    progress.advance(128);
    holdsAll(progress, 128);
  }

  @Test
  void aChunkAcrossTheGoalIsRunAgainUpToIt() {
    CellProgress progress = new CellProgress(CELL, 64);
    progress.add(outcome(0, 64));
    progress.add(outcome(64, 200));
    progress.advance(100);
    assertThat(progress.gaps()).containsExactly(new long[] {64, 100});
    progress.add(outcome(64, 100));
    holdsAll(progress, 100);
    progress.advance(200);
    assertThat(progress.gaps()).containsExactly(new long[] {100, 200});
    progress.add(outcome(100, 200));
    holdsAll(progress, 200);
  }

  @Test
  void remembersTheFirstFailure() {
    CellProgress progress = new CellProgress(CELL, 64);
    Work work = new Work(CELL, new Chunk(0, 0, 64), 0, 0);
    progress.add(Outcome.failed(work, new IllegalStateException("first")));
    progress.add(Outcome.failed(work, new IllegalStateException("second")));
    assertThat(progress.isFailed()).isTrue();
    assertThat(progress.failure()).contains("first");
    assertThat(progress.isSettled()).isTrue();
  }
}
