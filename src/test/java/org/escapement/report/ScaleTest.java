package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void isLinearWithinADecade() {
    Scale scale = Scale.of(List.of(0.0, 0.5, 1.0), 100, 200);
    assertThat(scale.isLogarithmic()).isFalse();
    assertThat(scale.at(0.5)).isCloseTo(150, within(1e-9));
    assertThat(scale.at(0)).isBetween(100.0, 110.0);
    assertThat(scale.ticks())
        .extracting(Scale.Tick::label)
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
  }

  @Test
  void isLogarithmicOverMoreThanADecade() {
    Scale scale = Scale.of(List.of(1.0, 1e4), 0, 1);
    assertThat(scale.isLogarithmic()).isTrue();
    assertThat(scale.at(100)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.ticks())
        .extracting(Scale.Tick::label)
        .containsExactly("1", "10", "100", "1000", "10000");
  }

  @Test
  void isLinearWhereItMustBe() {
    Scale scale = Scale.linear(List.of(1.0, 101.0), 0, 1);
    assertThat(scale.isLogarithmic()).isFalse();
    assertThat(scale.at(51)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void marksTwoAndFiveWhenThereAreFewDecades() {
    Scale scale = Scale.of(List.of(0.05, 0.8), 0, 1);
    assertThat(scale.ticks())
        .extracting(Scale.Tick::label)
        .containsExactly("0.05", "0.1", "0.2", "0.5");
  }

  @Test
  void skipsDecadesWhenThereAreMany() {
    Scale scale = Scale.of(List.of(1e-12, 1e12), 0, 1);
    assertThat(scale.ticks()).hasSizeBetween(4, 9);
  }

  @Test
  void hasAPlaceForASingleValueForNoneAndForZero() {
    assertThat(Scale.of(List.of(3.0), 0, 1).at(3)).isCloseTo(0.5, within(1e-9));
    assertThat(Scale.of(List.of(0.0), 0, 1).at(0)).isCloseTo(0.5, within(1e-9));
    assertThat(Scale.of(List.of(), 0, 1).ticks()).isNotEmpty();
  }

  @Test
  void keepsWhatHasNoLogarithmAtTheLowEnd() {
    assertThat(Scale.of(List.of(1.0, 1e4), 300, 20).at(-1)).isEqualTo(300);
  }
}
