package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.StepHistogram;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  /**
   * Remission times of the 21 leukaemia patients on 6-MP (Freireich et al., Blood 21, 1963), the
   * textbook example: estimates and errors as in Klein and Moeschberger, Survival Analysis, table
   * 4.1B, and Collett, Modelling Survival Data.
   */
  private static KaplanMeier remissions() {
    long[] relapsed = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    long[] lost = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    ExitSummary.Tally tally = new ExitSummary.Tally(1);
    for (long week : relapsed) {
      tally.add(Ending.EXITED, week, (double) week, 0);
    }
    for (long week : lost) {
      tally.add(Ending.DIVERGED, week, (double) week, -1);
    }
    return new KaplanMeier(LifeTable.of(tally.summary(), 35, Samples.clock(1)));
  }

  @Test
  void textbookCurve() {
    KaplanMeier curve = remissions();
    // Buckets: 6, 7, 9, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, ...
    assertThat(curve.survival(-1)).isEqualTo(1);
    assertThat(curve.survival(0)).isCloseTo(0.857, within(5e-4));
    assertThat(curve.survival(1)).isCloseTo(0.807, within(5e-4));
    assertThat(curve.survival(3)).isCloseTo(0.753, within(5e-4));
    assertThat(curve.survival(5)).isCloseTo(0.690, within(5e-4));
    assertThat(curve.survival(6)).isCloseTo(0.627, within(6e-4));
    assertThat(curve.survival(10)).isCloseTo(0.538, within(5e-4));
    assertThat(curve.survival(11)).isCloseTo(0.448, within(5e-4));
    assertThat(curve.stdError(0).orElseThrow()).isCloseTo(0.076, within(5e-4));
    assertThat(curve.stdError(1).orElseThrow()).isCloseTo(0.087, within(5e-4));
    assertThat(curve.stdError(5).orElseThrow()).isCloseTo(0.107, within(5e-4));
    assertThat(curve.stdError(11).orElseThrow()).isCloseTo(0.135, within(5e-4));
    assertThat(curve.quantile(0.5).orElseThrow()).isEqualTo(23);
    assertThat(curve.quantile(0.75)).isEmpty();
  }

  @Test
  void textbookRestrictedMean() {
    // 23.29 weeks up to 35, standard error 2.83: Klein and Moeschberger, section 4.5.
    SampleMean mean = remissions().restrictedMean(35);
    assertThat(mean.value()).isCloseTo(23.29, within(0.005));
    assertThat(mean.stdError().orElseThrow()).isCloseTo(2.83, within(0.005));
  }

  @Test
  void withoutDivergencesItIsTheShareThatIsLeft() {
    long[] steps = Samples.geometric(new SplittableRandom(3), 1e-4, 5000);
    ExitSummary summary = Samples.summary(1, 20_000, steps);
    LifeTable table = LifeTable.of(summary, 20_000, Samples.clock(1));
    KaplanMeier curve = new KaplanMeier(table);
    for (int j = 0; j < table.size(); j++) {
      double share = table.remaining(j) / 5000.0;
      assertThat(curve.survival(j)).isEqualTo(share);
      assertThat(curve.stdError(j).orElseThrow())
          .isCloseTo(Math.sqrt(share * (1 - share) / 5000), within(1e-12));
    }
    SampleMean exact = SampleMean.of(summary.all().times(), summary.all().timeSquares(), 5000);
    SampleMean area = curve.restrictedMean(20_000);
    assertThat(area.value() / exact.value()).isCloseTo(1, within(1.0 / 2048));
    // Greenwood divides by n where the sample variance divides by n - 1.
    assertThat(area.stdError().orElseThrow() / exact.stdError().orElseThrow())
        .isCloseTo(1, within(1e-3));
  }

  @Test
  void quantilesAreWithinTheWidthOfABucket() {
    long[] steps = Samples.geometric(new SplittableRandom(4), 1e-7, 1001);
    KaplanMeier curve =
        new KaplanMeier(
            LifeTable.of(Samples.summary(1, 1L << 50, steps), 1L << 50, Samples.clock(1)));
    long median = LongStream.of(steps).sorted().toArray()[500];
    assertThat(curve.quantile(0.5).orElseThrow() / median).isCloseTo(1, within(1.0 / 2048));
  }

  @Test
  void survivalIsReadAtFixedStepsFromBeforeTheFirstExit() {
    ExitEstimates estimates =
        Samples.estimates(0.5, 50_000, Samples.geometric(new SplittableRandom(5), 1e-4, 10_000));
    List<SurvivalRow> rows = estimates.survival();
    assertThat(rows.get(0).survival()).isEqualTo(1);
    assertThat(rows.get(0).stdError()).isEmpty();
    assertThat(rows.get(1).exited()).isPositive();
    assertThat(rows.get(rows.size() - 1).step()).isEqualTo(50_000);
    assertThat(rows).hasSizeLessThan(150);
    for (SurvivalRow row : rows.subList(0, rows.size() - 1)) {
      int bucket = StepHistogram.bucketOf(row.step() + 1);
      assertThat(StepHistogram.firstStep(bucket)).isEqualTo(row.step() + 1);
      assertThat(row.time()).isEqualTo(0.5 * row.step());
      assertThat(row.atRisk()).isEqualTo(10_000 - row.exited());
      assertThat(row.survival()).isEqualTo(row.atRisk() / 10_000.0);
      // Six standard errors for each of about 100 rows: false-alarm probability 2e-7.
      double expected = StrictMath.pow(1 - 1e-4, (double) row.step());
      assertThat(row.survival())
          .isCloseTo(expected, within(6 * Math.sqrt(expected * (1 - expected) / 10_000) + 1e-12));
    }
  }

  @Test
  void survivalEndsWithTheLastExit() {
    List<SurvivalRow> rows = Samples.estimates(1, 100, 3, 4, 9, 9).survival();
    assertThat(rows).extracting(SurvivalRow::step).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(rows)
        .extracting(SurvivalRow::exited)
        .containsExactly(0L, 1L, 2L, 2L, 2L, 2L, 2L, 4L);
    assertThat(rows.get(7).survival()).isEqualTo(0);
    assertThat(rows.get(7).stdError()).isEmpty();
  }
}
