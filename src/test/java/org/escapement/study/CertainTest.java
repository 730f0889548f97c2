package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Verdicts where nothing is random: there is no standard error to judge by. */
@Tag("digits")
class CertainTest {
  private static final Study STUDY =
      JobFile.parse(
          """
          question: When does descent without noise leave?
          objective: { type: phase-retrieval, data: { type: gaussian-signal, dimension: 3, rows: 20 }, batch: 1 }
          noise: none
          dynamics: { type: heavy-ball, step-size: 0.001, momentum: 0.5 }
          start: [0.01, 0, 0]
          domain: { type: away-from-solution, share: 0.1 }
          horizon: 1e5
          trajectories: 30
          seed: 1
          sweep: { objective.batch: [1, 20] }
          """,
          "certain.yaml",
          List.of());

  @Test
  void everyTrajectoryDoesWhatIsPredicted() {
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    StudyResult result =
        new StudyRun(STUDY, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
            .run();
    Table table = result.table("theory");
    int prediction = column(table, "prediction");
    int verdict = column(table, "verdict");
    List<Object[]> rows = table.rows();
    assertThat(rows)
        .filteredOn(row -> row[prediction].equals("exact-descent"))
        .hasSize(2)
        .allMatch(row -> row[0].equals(1L) && row[verdict].equals("agrees"));
    assertThat(rows)
        .filteredOn(row -> row[prediction].equals("noiseless"))
        .hasSize(2)
        .allMatch(row -> row[0].equals(0L) && row[verdict] == null);
  }

  private static int column(Table table, String name) {
    return table.columns().stream().map(Column::name).toList().indexOf(name);
  }
}
