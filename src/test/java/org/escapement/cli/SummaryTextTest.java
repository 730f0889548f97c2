package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.escapement.report.ExampleRun;
import org.escapement.report.FitSummary;
import org.escapement.report.FitSummaryTest;
import org.escapement.study.Table;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  /** Written by hand from the numbers in ExampleRun. */
  private static final String GOLDEN =
      """
      cell  momentum  step_size  trajectories  exited  censored  diverged       mean time  predicted   ratio      z                prediction
         0         0       0.05        100000   99990        10         0  20.013 ± 0.067    20.0000   1.001  +0.19                discrete-chain
         1         0        0.1        100000   99990        10         0  12.250 ± 0.041    12.0000   1.021  +6.12  disagrees     discrete-chain
         2         0        0.2        100000   99990        10         0   8.500 ± 0.028    8.51000  0.9988  -0.35                discrete-chain
         3       0.9       0.05        100000   99990        10         0   210.50 ± 0.70    240.000  0.8771                       eyring-kramers (asymptotic)
         4       0.9        0.1        100000   99990        10         0   130.10 ± 0.43    150.000  0.8673                       eyring-kramers (asymptotic)
         5       0.9        0.2        100000       0     99998         2        no exits    108.000                 not measured  eyring-kramers (asymptotic)

      1 of 3 measured numbers disagrees with exact predictions (false-alarm rate 1e-4 for all together).
      """;

  @Test
  void showsMeasuredBesidePredicted() {
    String text = SummaryText.of(ExampleRun.STUDY, ExampleRun.TABLES);
    assertThat(text).isEqualTo(GOLDEN);
  }

  /** Written by hand from the numbers in FitSummaryTest. */
  private static final String FITS =
      """
      quantity   law          against             momentum  step_size  points            slope  chi square  predicted  ratio      z             prediction
      mean_time  exponential  dynamics.step-size         0                  3  0.5512 ± 0.0050        1.25    0.52000  1.060  +6.24  disagrees  exact-walk
      mean_time  exponential  dynamics.step-size         0                  3  0.5512 ± 0.0050        1.25    0.50000  1.102                    quasi-potential (limit)
      mean_time  exponential  dynamics.step-size       0.9                  3  0.0623 ± 0.0050        1.25

      """;

  @Test
  void showsFittedLaws() {
    List<FitSummary> fits = FitSummary.all(FitSummaryTest.AXES, List.of(FitSummaryTest.FITS));
    assertThat(SummaryText.fits(FitSummaryTest.AXES, fits)).isEqualTo(FITS);
  }

  @Test
  void cutsALongTable() {
    Table summary = ExampleRun.TABLES.get(0);
    List<Object[]> rows = new ArrayList<>();
    for (long cell = 0; cell < 1043; cell++) {
      Object[] row = summary.rows().get(0).clone();
      row[0] = cell;
      rows.add(row);
    }
    Table many = new Table(summary.name(), summary.columns(), rows);
    String text = SummaryText.of(ExampleRun.STUDY, List.of(many));
    assertThat(text).contains("... and 1,003 more cells in the table exit_summary\n");
    assertThat(text.lines()).hasSize(1 + 40 + 1 + 2);
  }
}
