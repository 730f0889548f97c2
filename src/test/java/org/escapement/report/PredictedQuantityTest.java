package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.escapement.study.Axis;
import org.escapement.study.Column.Type;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;

class PredictedQuantityTest {
  private static final List<Axis> AXES =
      List.of(
          new Axis("dynamics.momentum", "momentum", Type.DOUBLE),
          new Axis("dynamics.step-size", "step_size", Type.DOUBLE));

  /**
   * Loss at steps 10 and 20, least in cell 2, and a critical step size that only momentum moves.
   */
  private static Table table() {
    List<Object[]> rows = new ArrayList<>();
    for (long cell = 0; cell < 6; cell++) {
      double momentum = cell < 3 ? 0 : 0.5;
      double step = 1 + cell % 3;
      double loss = Math.abs(cell - 2) + 1;
      rows.add(row(cell, momentum, step, "rough", "loss", 20L, 2 * loss, "asymptotic"));
      rows.add(row(cell, momentum, step, "right", "loss", 10L, 9.0, "exact"));
      rows.add(row(cell, momentum, step, "right", "loss", 20L, loss, "exact"));
      rows.add(row(cell, momentum, step, "edge", "critical", null, 2 + momentum, "exact"));
    }
    return ExampleRun.table(
        "predictions",
        rows,
        "cell:LONG momentum:DOUBLE step_size:DOUBLE prediction:TEXT quantity:TEXT step:LONG"
            + " predicted:DOUBLE kind:TEXT");
  }

  private static Object[] row(Object... values) {
    return values;
  }

  @Test
  void hasAColumnForEveryPredictionExactOnesFirst() {
    PredictedQuantity loss = PredictedQuantity.all(AXES, table()).get(0);
    assertThat(PredictedText.title(loss)).isEqualTo("loss");
    assertThat(PredictedText.headings(loss))
        .containsExactly("momentum", "step_size", "step", "right", "rough (asymptotic)");
    assertThat(loss.rows()).hasSize(6);
    assertThat(PredictedText.row(loss, loss.rows().get(4)))
        .containsExactly("0.5", "2", "20", "3.00000", "6.00000");
  }

  @Test
  void leavesOutAnAxisThatChangesNothing() {
    PredictedQuantity critical = PredictedQuantity.all(AXES, table()).get(1);
    assertThat(PredictedText.title(critical)).isEqualTo("critical, for every step_size");
    assertThat(PredictedText.headings(critical)).containsExactly("momentum", "edge");
    assertThat(critical.rows().stream().map(row -> PredictedText.row(critical, row)))
        .containsExactly(List.of("0", "2.00000"), List.of("0.5", "2.50000"));
    assertThat(critical.least()).isEmpty();
  }

  @Test
  void saysWhereItIsLeast() {
    PredictedQuantity loss = PredictedQuantity.all(AXES, table()).get(0);
    assertThat(loss.least()).hasSize(1);
    assertThat(PredictedText.leastHeadings(loss))
        .containsExactly("momentum", "step_size", "step", "least", "<prediction");
    assertThat(PredictedText.least(loss, loss.least().get(0)))
        .containsExactly("0", "3", "20", "1.00000", "right");
  }

  /** Both axes of a zip change from row to row, but neither can be left out. */
  @Test
  void keepsAxesThatVaryTogether() {
    List<Object[]> rows =
        List.of(
            row(0L, 0.0, 1.0, "right", "loss", null, 5.0, "exact"),
            row(1L, 0.5, 2.0, "right", "loss", null, 5.0, "exact"));
    Table table = new Table("predictions", table().columns(), rows);
    assertThat(PredictedQuantity.all(AXES, table).get(0).axes()).isEqualTo(AXES);
  }
}
