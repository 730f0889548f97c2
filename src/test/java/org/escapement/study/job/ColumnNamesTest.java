package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.estimate.Quantity;
import org.escapement.study.Catalog;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {
  private static String name(String path, String... others) {
    return ColumnNames.of(path, List.of(others));
  }

  @Test
  void isTheShortestSuffixThatIsAlone() {
    assertThat(name("dynamics.step-size", "dynamics.momentum")).isEqualTo("step_size");
    assertThat(name("noise.scale", "noise.scale", "objective.scale")).isEqualTo("noise_scale");
    assertThat(name("noise.of.0.scale", "noise.of.1.scale")).isEqualTo("of_0_scale");
    assertThat(name("horizon", "dynamics.momentum")).isEqualTo("horizon");
  }

  @Test
  void saysEnoughAlone() {
    assertThat(name("noise.type")).isEqualTo("noise_type");
    assertThat(name("start.0")).isEqualTo("start_0");
    assertThat(name("dynamics.step-size.initial")).isEqualTo("step_size_initial");
  }

  @Test
  void neverClashesWithAColumnOfTheTables() {
    assertThat(name("objective.rate")).isEqualTo("objective_rate");
    assertThat(name("objective.q05")).isEqualTo("objective_q05");
    assertThat(name("time")).isEqualTo("time_");
  }

  @Test
  void neverClashesWithAnEstimate() {
    for (Quantity quantity : Quantity.values()) {
      assertThat(name("noise." + quantity.column())).isEqualTo("noise_" + quantity.column());
    }
  }

  /** So that the last resort of a trailing '_' is never met. */
  @Test
  void everyKeyOfAnExperimentIsAColumnName() {
    for (Shape.Key key : Job.EXPERIMENT.keys()) {
      assertThat(name(key.name())).isEqualTo(key.name().replace('-', '_'));
    }
  }

  @Test
  void everyParameterHasAName() {
    for (String kind : Catalog.kinds()) {
      for (Catalog.Entry entry : Catalog.entries(kind)) {
        for (Catalog.Key key : entry.keys()) {
          assertThat(name(kind + "." + key.name())).matches("[a-z][a-z0-9_]*[a-z0-9]");
        }
      }
    }
  }
}
