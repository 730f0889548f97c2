package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.escapement.dynamics.Companions;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Range;
import org.escapement.noise.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {
  static Stream<Catalog.Entry> entries() {
    return Catalog.kinds().stream().flatMap(kind -> Catalog.entries(kind).stream());
  }

  @Test
  void findsByKindAndName() {
    assertThat(Catalog.kinds())
        .startsWith("objective", "data", "spectrum", "kernel", "noise", "dynamics", "schedule");
    assertThat(Catalog.find("noise", "gaussian").orElseThrow().type()).isEqualTo(Gaussian.class);
    assertThat(Catalog.find("noise", "double-well")).isEmpty();
    assertThat(Catalog.entries("nothing")).isEmpty();
    assertThat(Catalog.kindOf(Noise.class)).contains("noise");
    assertThat(Catalog.word(Gaussian.class)).contains("gaussian");
    assertThat(Catalog.word(Axis.class)).isEmpty();
  }

  @Test
  void keysAreInKebabCase() {
    assertThat(Catalog.find("objective", "double-well").orElseThrow().keys())
        .extracting(Catalog.Key::name)
        .containsExactly("depth", "half-width");
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everythingIsExplained(Catalog.Entry entry) {
    assertThat(entry.name()).matches("[a-z][a-z0-9-]*");
    assertThat(entry.summary()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    for (Catalog.Key key : entry.keys()) {
      assertThat(key.meaning()).as(entry.name() + "." + key.name()).isNotBlank();
      assertThat(key.meaning()).doesNotEndWith(".");
      if (!key.range().isEmpty()) {
        assertThat(Range.parse(key.range())).isNotNull();
      }
    }
  }

  @Test
  void companionsHaveTheirWords() {
    Dynamics own = new HeavyBall(new Constant(0.1), new Constant(0.5));
    for (String word : Companions.words()) {
      assertThat(Catalog.word(Companions.of(word, own, 4).getClass())).contains(word);
    }
  }
}
