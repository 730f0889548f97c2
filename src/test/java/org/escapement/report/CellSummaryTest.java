package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;

class CellSummaryTest {
  private final List<CellSummary> cells =
      CellSummary.all(ExampleRun.STUDY.axes(), ExampleRun.TABLES);

  @Test
  void readsCountsAxesAndMean() {
    CellSummary cell = cells.get(1);
    assertThat(cell.axes()).containsExactly(0.0, 0.1);
    assertThat(cell.exited()).isEqualTo(99_990);
    assertThat(cell.measured()).contains(12.25);
    assertThat(Wording.measured(cell)).isEqualTo("12.250 ± 0.041");
  }

  @Test
  void prefersExactPredictions() {
    assertThat(cells.get(0).best().map(Wording::name)).contains("discrete-chain");
    assertThat(cells.get(3).best().map(Wording::name)).contains("eyring-kramers (asymptotic)");
  }

  @Test
  void showsZOnlyForExactPredictions() {
    assertThat(cells.get(0).best().map(Wording::z)).contains("+0.19");
    assertThat(cells.get(3).best().map(Wording::z)).contains("");
  }

  @Test
  void saysWhenThereIsNoEstimate() {
    assertThat(Wording.measured(cells.get(5))).isEqualTo("no exits");
  }

  @Test
  void fallsBackToTheRestrictedMeanWhereItIsPredicted() {
    Table summary =
        table(
            "exit_summary",
            "cell:LONG exited:LONG mean_time:DOUBLE restricted_mean:DOUBLE",
            0L,
            3L,
            null,
            7.5);
    Table theory =
        table(
            "theory",
            "cell:LONG quantity:TEXT kind:TEXT prediction:TEXT predicted:DOUBLE",
            0L,
            "restricted_mean",
            "exact",
            "walk",
            7.0);
    CellSummary cell = CellSummary.all(List.of(), List.of(summary, theory)).get(0);
    assertThat(Wording.measured(cell)).isEqualTo("7.500 (until horizon)");
    assertThat(cell.best().map(Wording::predicted)).contains("7.00000");
    CellSummary unpredicted = CellSummary.all(List.of(), List.of(summary)).get(0);
    assertThat(Wording.measured(unpredicted)).isEqualTo("too few exits");
  }

  @Test
  void marksACellThatFailed() {
    Table summary =
        table(
            "exit_summary",
            "cell:LONG momentum:DOUBLE step_size:DOUBLE mean_time:DOUBLE failure:TEXT",
            0L,
            0.0,
            0.1,
            3.0,
            "no memory");
    assertThat(Wording.measured(CellSummary.all(List.of(), List.of(summary)).get(0)))
        .isEqualTo("failed");
    assertThat(ReportPage.of(ExampleRun.STUDY, List.of(summary)))
        .contains("Cell 0 failed: no memory");
  }

  @Test
  void warnsOfMeansThatAssumeALaw() {
    Table summary =
        table(
            "exit_summary",
            "cell:LONG mean_time:DOUBLE estimator:TEXT",
            0L,
            3.0,
            "exponential-mle");
    assertThat(Wording.caution(CellSummary.all(List.of(), List.of(summary)), List.of()))
        .startsWith("In 1 cell some trajectories did not leave");
    assertThat(Wording.caution(cells, List.of())).isEmpty();
  }

  private static Table table(String name, String columns, Object... row) {
    return ExampleRun.table(name, List.<Object[]>of(row), columns);
  }
}
