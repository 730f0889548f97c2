package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.escapement.measure.Findings;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.Simulation;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Batches that were drawn in another way than a prediction is about: the verdict must tell. False
 * alarm of what must agree 1e-4, the rate of a run, at a fixed seed.
 */
@Tag("digits")
class BatchVerdictTest {
  private static final int TRAJECTORIES = 20_000;

  private static final String TORUS =
      "{ type: torus, points: 64, spectrum: { type: power-law, modes: 10 } }";
  private static final String NORMAL =
      "{ type: gaussian, rows: 64, spectrum: { type: power-law, modes: 10 }, label-noise: 0.1 }";

  private static Study study(String data, String sampling) {
    return JobFile.parse(
        """
        question: Is it noticed how batches are drawn?
        objective: { type: least-squares, data: %s, batch: 8, sampling: %s }
        noise: none
        dynamics: { type: heavy-ball, step-size: 0.2, momentum: 0.5 }
        start: [0]
        domain: whole-space
        horizon: 40
        trajectories: %d
        seed: 5
        measure: [{ type: moments, of: [loss], at: { type: steps, steps: [10, 20, 40] } }]
        """
            .formatted(data, sampling, TRAJECTORIES),
        "batches.yaml",
        List.of());
  }

  /** The verdicts on what was simulated with one sampling and is predicted for another. */
  private static List<Object> verdicts(String data, String simulated, String predicted) {
    Cell cell = study(data, simulated).cells().get(0);
    ChunkResult<Findings> result =
        Simulation.run(
            cell.experiment(),
            cell.randomKey(),
            cell.measurement(0),
            new Chunk(0, 0, TRAJECTORIES));
    Study other = study(data, predicted);
    CellProgress progress = new CellProgress(other.cells().get(0), TRAJECTORIES);
    Work work = new Work(other.cells().get(0), new Chunk(0, 0, TRAJECTORIES), 0, 0);
    progress.add(Outcome.done(work, result.steps(), 1, result.summary()));
    Table theory = TheoryTable.of(other, List.of(progress));
    return theory.rows().stream()
        .map(row -> row[column(theory, "verdict")])
        .filter(Objects::nonNull)
        .toList();
  }

  private static int column(Table table, String name) {
    return IntStream.range(0, table.columns().size())
        .filter(k -> table.columns().get(k).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {TORUS, NORMAL})
  void theRightBatchesAgree(String data) {
    assertThat(verdicts(data, "with-replacement", "with-replacement"))
        .containsExactly("agrees", "agrees", "agrees");
    assertThat(verdicts(data, "without-replacement", "without-replacement"))
        .containsExactly("agrees", "agrees", "agrees");
  }

  /** gamma is 1/8 instead of 56/(63 8). */
  @ParameterizedTest
  @ValueSource(strings = {TORUS, NORMAL})
  void theWrongVarianceDisagrees(String data) {
    assertThat(verdicts(data, "with-replacement", "without-replacement")).contains("disagrees");
    assertThat(verdicts(data, "without-replacement", "with-replacement")).contains("disagrees");
  }

  @ParameterizedTest
  @ValueSource(strings = {TORUS, NORMAL})
  void epochsDisagreeWithIndependentBatches(String data) {
    assertThat(verdicts(data, "reshuffling", "without-replacement")).contains("disagrees");
    assertThat(verdicts(data, "reshuffling", "reshuffling")).isEmpty();
  }
}
