package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of cells that cannot be compared. */
class CompareToTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          { noise.scale: 3 } | 11:28: compare-to.noise.scale must be one of the values of the sweep, 1, 2, got 3
          { noise.scael: 1 } | 11:15: compare-to: noise.scael is not swept; did you mean noise.scale?
          { start.0: -1, horizon: 1e3 } | 11:28: compare-to.horizon is zipped with another value than this one
          {} | 11:13: compare-to is empty; leave it out to compare nothing
          1 | 11:13: compare-to must be a mapping, got 1
          """)
  void isReported(String value, String problem) {
    String sweep = "{ noise.scale: [1, 2], zip: { start.0: [-1, -2], horizon: [1e2, 1e3] } }";
    assertThat(JobText.problems(JobText.with("sweep", sweep, "compare-to", value)))
        .containsExactly(problem);
  }
}
