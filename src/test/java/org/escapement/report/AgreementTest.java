package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private final List<CellSummary> cells =
      CellSummary.all(ExampleRun.STUDY.axes(), ExampleRun.TABLES);

  @Test
  void countsExactPredictionsOnly() {
    Agreement agreement = Agreement.of(cells, List.of());
    assertThat(agreement.compared()).isEqualTo(3);
    assertThat(agreement.disagreements()).hasSize(1);
    assertThat(agreement.disagreements().get(0).cell().cell()).isEqualTo(1);
    assertThat(agreement.sentence())
        .isEqualTo(
            "1 of 3 measured numbers disagrees with exact predictions (false-alarm rate 1e-4 for all together).");
  }

  @Test
  void saysWhenNothingDisagrees() {
    assertThat(Agreement.of(cells.subList(0, 1), List.of()).sentence())
        .isEqualTo(
            "1 measured number agrees with exact predictions (false-alarm rate 1e-4 for all together).");
  }

  @Test
  void saysWhenThereIsNothingToCompare() {
    assertThat(Agreement.of(cells.subList(3, 6), List.of()).sentence())
        .isEqualTo("No exact prediction could be compared with a measurement.");
  }
}
