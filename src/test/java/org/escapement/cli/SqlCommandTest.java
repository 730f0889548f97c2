package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlCommandTest {
  @Test
  void answersInEachFormat() {
    assertThat(Command.run("sql", LocalWorkplace.QUERY).out()).isEqualTo("one\n  1\n(1 row)\n");
    assertThat(Command.run("sql", LocalWorkplace.QUERY, "--format", "csv").out())
        .isEqualTo("one\n1\n");
    assertThat(Command.run("sql", LocalWorkplace.QUERY, "--format", "json").out())
        .isEqualTo("{\"one\": 1}\n");
  }

  @Test
  void aWrongQueryIsAMistakeInOneLine() {
    Command wrong = Command.run("sql", "SELEKT");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).isEqualTo("escapement: [WRONG] no such table\n");
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void anUnknownFormatIsAMistake() {
    Command wrong = Command.run("sql", LocalWorkplace.QUERY, "--format", "xml");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("[TABLE, CSV, JSON] (case-insensitive)", "'xml'");
  }
}
