package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpacingTest {
  private static Spacing spacing(String from, String to, int points) {
    return new Spacing(scalar(from), scalar(to), points, false);
  }

  private static Node.Scalar scalar(String text) {
    return new Node.Scalar(Position.whole("test"), text, false);
  }

  private static List<String> texts(List<Node> values) {
    return values.stream().map(Node::shown).toList();
  }

  @Test
  void endsAreKeptAsWritten() {
    assertThat(texts(spacing("0.050", "2e-1", 2).geometric())).containsExactly("0.050", "2e-1");
    assertThat(texts(spacing("0.050", "2e-1", 1).linear())).containsExactly("0.050");
  }

  /** 0.05 sqrt(2) and 0.1 sqrt(2), to 12 digits, by bc. */
  @Test
  void ratiosAreConstant() {
    assertThat(texts(spacing("0.05", "0.2", 5).geometric()))
        .containsExactly("0.05", "0.0707106781187", "0.1", "0.141421356237", "0.2");
    assertThat(texts(spacing("1e-2", "1e2", 5).geometric()))
        .containsExactly("1e-2", "0.1", "1", "10", "1e2");
    assertThat(texts(spacing("-4", "-1", 3).geometric())).containsExactly("-4", "-2", "-1");
    assertThat(texts(spacing("1e-300", "1e300", 3).geometric()))
        .containsExactly("1e-300", "1", "1e300");
    assertThat(texts(spacing("1e-30", "1e-10", 3).geometric()))
        .containsExactly("1e-30", "1E-20", "1e-10");
  }

  @Test
  void differencesAreConstantAndDecimal() {
    assertThat(texts(spacing("0", "1", 11).linear()))
        .containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1");
    assertThat(texts(spacing("-0.1", "0.2", 4).linear()))
        .containsExactly("-0.1", "0", "0.1", "0.2");
    assertThat(texts(spacing("0", "1", 4).linear()))
        .containsExactly("0", "0.333333333333", "0.666666666667", "1");
  }

  @Test
  void wholeNumbersAreRounded() {
    Spacing whole = new Spacing(scalar("1000"), scalar("1e6"), 7, true);
    assertThat(texts(whole.geometric()))
        .containsExactly("1000", "3162", "10000", "31623", "100000", "316228", "1e6");
  }
}
