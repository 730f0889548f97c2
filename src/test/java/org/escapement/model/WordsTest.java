package org.escapement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final List<String> KNOWN = List.of("momentum", "step-size", "type");

  /** Distances counted by hand; kitten and sitting are Levenshtein's usual example. */
  @Test
  void countsEdits() {
    assertThat(Words.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Words.distance("", "abc")).isEqualTo(3);
    assertThat(Words.distance("abc", "abc")).isZero();
    assertThat(Words.distance("ab", "ba")).isEqualTo(2);
  }

  @Test
  void suggestsOnlyWhatIsNear() {
    assertThat(Words.nearest("momentun", KNOWN)).contains("momentum");
    assertThat(Words.nearest("stepsize", KNOWN)).contains("step-size");
    assertThat(Words.nearest("temperature", KNOWN)).isEmpty();
    assertThat(Words.suggestion("typ", KNOWN)).isEqualTo("; did you mean type?");
    assertThat(Words.suggestion("temperature", KNOWN)).isEmpty();
    assertThat(Words.instead("temperature", KNOWN)).isEqualTo("; known: momentum, step-size, type");
  }
}
