package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitsHtmlTest {
  private static final FitSummary FIT =
      FitSummary.all(FitSummaryTest.AXES, List.of(FitSummaryTest.FITS)).get(0);

  private static String page(int fits) {
    Markup page = new Markup();
    new FitsHtml(page, FitSummaryTest.AXES).write(Collections.nCopies(fits, FIT));
    return page.finish();
  }

  @Test
  void saysHowManySlopesItDoesNotShow() {
    String page = page(1001);
    assertThat(page).contains("The first 1000 of 1001 slopes; all are in fits.");
    assertThat(page.split("<tr>")).as("before, the heading, the rows").hasSize(1 + 1 + 1000);
  }

  @Test
  void saysNothingWhereAllAreShown() {
    assertThat(page(1000)).doesNotContain("The first");
  }
}
