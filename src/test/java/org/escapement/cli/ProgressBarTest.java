package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final long SECOND = 1_000_000_000L;
  private final StringWriter out = new StringWriter();
  private long now;

  private ProgressBar bar(ProgressBar.Style style) {
    return new ProgressBar(new PrintWriter(out), style, () -> now);
  }

  @Test
  void redrawsOneLineOnATerminal() {
    ProgressBar bar = bar(ProgressBar.Style.TERMINAL);
    bar.roundStarted("question (round 1)", 7);
    assertThat(out).hasToString("\r[........................]   0 %  7 chunks");
    now = 2 * SECOND;
    bar.advanced(1_000_000_000L, 4_000_000_000L);
    assertThat(out.toString())
        .endsWith("chunks\r[######..................]  25 %  500 M steps/s  6.0 s left");
    bar.note("cell 3 failed: why");
    assertThat(out.toString()).endsWith("left\r" + " ".repeat(59) + "\rcell 3 failed: why\n");
  }

  @Test
  void overwritesALongerLine() {
    ProgressBar bar = bar(ProgressBar.Style.TERMINAL);
    now = 100 * SECOND;
    bar.advanced(1000, 100_000);
    now = 101 * SECOND;
    bar.advanced(100_000, 100_000);
    String[] lines = out.toString().split("\r");
    assertThat(lines[2]).hasSameSizeAs(lines[1]);
  }

  @Test
  void doesNotRedrawMoreOftenThanEyesSee() {
    ProgressBar bar = bar(ProgressBar.Style.TERMINAL);
    now = SECOND / 20;
    bar.advanced(1, 2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void writesALineEveryTenSecondsElsewhere() {
    ProgressBar bar = bar(ProgressBar.Style.LINES);
    bar.roundStarted("question (round 1)", 1);
    for (int second = 1; second <= 25; second++) {
      now = second * SECOND;
      bar.advanced(second, 50);
    }
    assertThat(out.toString().lines())
        .containsExactly(
            "question (round 1): 1 chunk",
            "[####....................]  20 %  1 steps/s  40 s left",
            "[#########...............]  40 %  1 steps/s  30 s left");
    assertThat(out.toString()).doesNotContain("\r");
  }

  @Test
  void endsWithWhatWasDone() {
    ProgressBar bar = bar(ProgressBar.Style.LINES);
    now = 2 * SECOND;
    bar.advanced(5_000_000, 5_000_000);
    bar.finish();
    assertThat(out).hasToString("5.00 M steps in 2.0 s, 2.50 M steps/s\n");
  }

  @Test
  void isSilentWhenNothingWasDone() {
    bar(ProgressBar.Style.TERMINAL).finish();
    assertThat(out.toString()).isEmpty();
  }
}
