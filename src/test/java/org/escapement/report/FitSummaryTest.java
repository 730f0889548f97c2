package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Axis;
import org.escapement.study.Column;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;

public class FitSummaryTest {
  public static final List<Axis> AXES =
      List.of(
          new Axis("dynamics.momentum", "momentum", Column.Type.DOUBLE),
          new Axis("dynamics.step-size", "step_size", Column.Type.DOUBLE));

  /** Two groups of cells: two predictions for the first, none for the second. */
  public static final Table FITS =
      ExampleRun.table(
          "fits",
          List.of(
              row(0, 0.0, 0.5512, null, null, null, null, null, null),
              row(0, 0.0, 0.5512, "exact-walk", "exact", 0.52, 6.24, 1.06, "disagrees"),
              row(0, 0.0, 0.5512, "quasi-potential", "limit", 0.5, 10.24, 1.1024, null),
              row(3, 0.9, 0.0623, null, null, null, null, null, null)),
          "cell:LONG momentum:DOUBLE step_size:DOUBLE quantity:TEXT against:TEXT law:TEXT points:LONG"
              + " slope:DOUBLE std_error:DOUBLE chi_square:DOUBLE prediction:TEXT kind:TEXT"
              + " predicted:DOUBLE z:DOUBLE ratio:DOUBLE verdict:TEXT");

  private static Object[] row(long cell, double momentum, double slope, Object... beside) {
    Object[] row = new Object[16];
    Object[] known = {
      cell, momentum, null, "mean_time", "dynamics.step-size", "exponential", 3L, slope, 0.005, 1.25
    };
    System.arraycopy(known, 0, row, 0, known.length);
    System.arraycopy(beside, 0, row, known.length, beside.length);
    return row;
  }

  @Test
  void aMeasuredSlopeStandsAloneOnlyWithoutPredictions() {
    List<FitSummary> fits = FitSummary.all(AXES, List.of(FITS));
    assertThat(fits)
        .extracting(FitSummary::prediction)
        .containsExactly("exact-walk", "quasi-potential", "");
    assertThat(fits.get(0).axes()).containsExactly(0.0, "");
  }

  @Test
  void aBentLawIsADisagreement() {
    Agreement agreement = Agreement.of(List.of(), FitSummary.all(AXES, List.of(FITS)));
    assertThat(agreement.compared()).isEqualTo(1);
    assertThat(agreement.isWithoutDisagreement()).isFalse();
    assertThat(agreement.sentence()).startsWith("1 of 1 measured number disagrees");
  }

  @Test
  void aRunWithoutFitsHasNone() {
    assertThat(FitSummary.all(AXES, ExampleRun.TABLES)).isEmpty();
  }

  @Test
  void knowsFitsAlongSteps() {
    List<FitSummary> fits = FitSummary.all(AXES, List.of(FITS));
    assertThat(fits.get(0).isOverSteps()).isFalse();
    Object[] along = FITS.rows().get(0).clone();
    along[4] = "step from 10";
    Table table = new Table("fits", FITS.columns(), List.<Object[]>of(along));
    assertThat(FitSummary.all(AXES, List.of(table)).get(0).isOverSteps()).isTrue();
  }
}
