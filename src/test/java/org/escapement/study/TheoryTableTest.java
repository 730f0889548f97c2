package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Test;

class TheoryTableTest {

  private static Map<String, Object[]> exactRows(String job) {
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    Study study = JobFile.parse(job, "theory.yaml", List.of());
    Table theory =
        new StudyRun(study, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
            .run()
            .table("theory");
    Map<String, Object[]> rows = new TreeMap<>();
    for (Object[] row : theory.rows()) {
      if (row[column(theory, "kind")].equals("exact")) {
        rows.put(
            row[column(theory, "quantity")].toString(),
            new Object[] {
              row[column(theory, "predicted")],
              row[column(theory, "measured")],
              row[column(theory, "verdict")]
            });
      }
    }
    return rows;
  }

  private static int column(Table table, String name) {
    return IntStream.range(0, table.columns().size())
        .filter(k -> table.columns().get(k).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Kicks of 0.3 lead over no slope of 0.3849. */
  @Test
  void aShareOfNoneMustBeNone() {
    Map<String, Object[]> rows =
        exactRows(
            """
            question: Does it leave?
            objective: { type: double-well, depth: 0.25, half-width: 1.0 }
            noise: { type: rademacher, scale: 0.3 }
            dynamics: { type: sgd, step-size: 0.1 }
            start: [-1.0]
            domain: { type: half-space, normal: [-1.0], offset: 0.0 }
            horizon: 1000
            trajectories: 20
            seed: 3
            measure: [exit-time]
            """);
    assertThat(rows.get("exited_share")).containsExactly(0.0, 0.0, "agrees");
  }
}
