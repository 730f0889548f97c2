package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsWordsLeftAndNumbersRight() {
    TextTable table = new TextTable(List.of("n", "<word", "value"));
    table.row(List.of("1", "a", "2.5 ± 0.1")).row(List.of("100", "bcdef", ""));
    assertThat(table)
        .hasToString(
            """
              n  word       value
              1  a      2.5 ± 0.1
            100  bcdef
            """);
  }

  @Test
  void needsATextForEveryHeading() {
    assertThatThrownBy(() -> new TextTable(List.of("a", "b")).row(List.of("1")))
        .hasMessage("1 texts for 2 headings");
  }
}
