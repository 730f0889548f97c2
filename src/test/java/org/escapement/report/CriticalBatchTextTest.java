package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Column;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;

class CriticalBatchTextTest {
  private static final Table TABLE =
      new Table(
          "critical_batch",
          List.of(
              new Column("cell", Column.Type.LONG, "x"),
              new Column("quantity", Column.Type.TEXT, "x"),
              new Column("cells", Column.Type.LONG, "x"),
              new Column("points", Column.Type.LONG, "x"),
              new Column("best_batch", Column.Type.DOUBLE, "x"),
              new Column("edge", Column.Type.TEXT, "x"),
              new Column("critical_batch", Column.Type.DOUBLE, "x"),
              new Column("std_error", Column.Type.DOUBLE, "x"),
              new Column("recipe_variance", Column.Type.DOUBLE, "x"),
              new Column("true_variance", Column.Type.DOUBLE, "x"),
              new Column("ratio", Column.Type.DOUBLE, "x"),
              new Column("first_variance", Column.Type.DOUBLE, "x"),
              new Column("last_variance", Column.Type.DOUBLE, "x")),
          List.of(
              new Object[] {
                0L, "q", 5L, 4L, 4096.0, null, 5266.0, 3.0, 101.27, 1280.0, 0.0791, 48.1, 3.5
              },
              new Object[] {
                5L, "q", 5L, 2L, 32.0, "smallest", null, null, 9.0, null, null, null, null
              },
              new Object[] {
                9L, "q", 5L, 0L, null, null, null, null, null, null, null, null, null
              }));

  @Test
  void aRowForEveryGroup() {
    assertThat(CriticalBatchText.rows(List.of(), List.of(TABLE)))
        .containsExactly(
            List.of(
                "q",
                "4 of 5",
                "4096",
                "",
                "5266.0 ± 3.0",
                "",
                "",
                "101.27",
                "1280.0",
                "0.079100",
                "48.100 to 3.5000"),
            List.of("q", "2 of 5", "< 32", "", "", "", "", "9.0000", "", "", ""),
            List.of("q", "0 of 5", "none reached", "", "", "", "", "", "", "", ""));
    assertThat(CriticalBatchText.headings(List.of())).hasSize(11);
    assertThat(CriticalBatchText.rows(List.of(), List.of())).isEmpty();
  }
}
