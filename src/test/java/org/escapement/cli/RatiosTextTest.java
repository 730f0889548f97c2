package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Axis;
import org.escapement.study.Column;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;

class RatiosTextTest {
  private static final List<Axis> AXES =
      List.of(new Axis("dynamics.momentum", "momentum", Column.Type.DOUBLE));

  private static Column column(String name, Column.Type type) {
    return new Column(name, type, "");
  }

  private static Table table(Object[]... rows) {
    return new Table(
        "ratios",
        List.of(
            column("cell", Column.Type.LONG),
            column("momentum", Column.Type.DOUBLE),
            column("reference", Column.Type.LONG),
            column("quantity", Column.Type.TEXT),
            column("measured", Column.Type.DOUBLE),
            column("std_error", Column.Type.DOUBLE),
            column("prediction", Column.Type.TEXT),
            column("kind", Column.Type.TEXT),
            column("predicted", Column.Type.DOUBLE),
            column("ratio", Column.Type.DOUBLE)),
        List.of(rows));
  }

  @Test
  void eachCellHasItsFirstPrediction() {
    Table table =
        table(
            new Object[] {1L, 0.5, 0L, "mean_step", 2.125, 0.031, "law", "asymptotic", 2.1, 1.012},
            new Object[] {1L, 0.5, 0L, "mean_step", 2.125, 0.031, "claim", "bound", 2.0, 1.06},
            new Object[] {1L, 0.5, 0L, "median", 2.2, 0.031, "law", "asymptotic", 2.1, 1.05},
            new Object[] {2L, 0.9, 0L, "mean_step", 12.3, 0.5, null, null, null, null});
    assertThat(RatiosText.of(AXES, List.of(table)).strip().lines().map(String::strip))
        .containsExactly(
            "cell  momentum  than cell  times fewer steps  predicted  ratio  prediction",
            "1       0.5          0      2.125 ± 0.031      2.100  1.012  law",
            "2       0.9          0       12.30 ± 0.50");
  }

  @Test
  void nothingIsComparedUnlessAsked() {
    assertThat(RatiosText.of(AXES, List.of())).isEmpty();
  }
}
