package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class RatiosTableTest {
  private static final String JOB =
      """
      question: How much sooner?
      objective: { type: quadratic, curvature: [-0.1] }
      noise: { type: gaussian, scale: 0.1 }
      dynamics: { type: heavy-ball, step-size: 0.1, momentum: 0.0 }
      start: [0.0]
      domain: { type: interval, low: -1.0, high: 1.0 }
      horizon: %s
      trajectories: 2000
      seed: 7
      sweep: { dynamics.momentum: [0, 0.5] }
      compare-to: { dynamics.momentum: 0 }
      """;

  private static Table ratios(String horizon) {
    Study study = JobFile.parse(JOB.formatted(horizon), "ratios.yaml", List.of());
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("test", "none", "any", "any");
    return new StudyRun(study, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
        .run()
        .table("ratios");
  }

  /** The seed is fixed; 5 standard errors would fail once in 2e6 seeds. */
  @Test
  void ratiosStandBesideThoseOfTheLaw() {
    Table table = ratios("1e6");
    List<String> columns = table.columns().stream().map(Column::name).toList();
    assertThat(columns)
        .containsExactly(
            "cell",
            "momentum",
            "reference",
            "quantity",
            "measured",
            "std_error",
            "prediction",
            "kind",
            "predicted",
            "ratio");
    Map<String, Object[]> rows = new TreeMap<>();
    table.rows().forEach(row -> rows.put(row[3] + " " + row[6], row));
    Object[] law = rows.get("mean_step saddle-passage");
    assertThat(law).startsWith(1L, 0.5, 0L, "mean_step");
    // Direct summation of the law: 334.43 and 156.54 steps at eta kappa = 0.01, kick 0.01.
    assertThat((double) law[8]).isCloseTo(2.1, within(0.1));
    assertThat((double) law[4]).isCloseTo((double) law[8], within(5 * (double) law[5]));
    assertThat((double) rows.get("mean_step momentum-factor")[8]).isCloseTo(2, within(1e-12));
    assertThat(rows).containsKeys("median saddle-passage", "mean_time linear-saddle");
    assertThat(rows.keySet()).noneMatch(key -> key.contains("ceiling"));
  }

  @Test
  void meansOfCensoredCellsAreNotCompared() {
    assertThat(ratios("400").rows()).extracting(row -> row[3]).containsOnly("median");
  }
}
