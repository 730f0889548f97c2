package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Column;
import org.escapement.study.Column.Type;
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
  void fallsBackToTheRestrictedMean() {
    Table summary =
        new Table(
            "exit_summary",
            List.of(
                new Column("cell", Type.LONG, ""),
                new Column("exited", Type.LONG, ""),
                new Column("mean_time", Type.DOUBLE, ""),
                new Column("restricted_mean", Type.DOUBLE, "")),
            List.<Object[]>of(new Object[] {0L, 3L, null, 7.5}));
    CellSummary cell = CellSummary.all(List.of(), List.of(summary)).get(0);
    assertThat(cell.quantity()).isEqualTo("restricted_mean");
    assertThat(Wording.measured(cell)).isEqualTo("7.500 (until horizon)");
  }
}
