package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class KernelsTest {

  /**
   * The tests run once with the vector module and once without; neither may quietly do the other.
   */
  @Test
  void theKernelsAskedForAreTheKernelsThatRun() {
    String asked = System.getProperty(Choice.PROPERTY, "");
    assertThat(asked).isIn("vector", "scalar");
    assertThat(Kernels.best().description()).startsWith(asked);
  }

  @Test
  void scalarCanBeForced() {
    assertThat(Choice.choose("scalar").description()).isEqualTo("scalar");
  }

  @Test
  void vectorIsRefusedWithoutItsModule() {
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (there) {
      assertThat(Choice.choose("vector").description()).matches("vector \\((128|256|512) bit\\)");
      assertThat(Choice.choose("").description()).startsWith("vector");
    } else {
      assertThatThrownBy(() -> Choice.choose("vector"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("--add-modules=jdk.incubator.vector");
      assertThat(Choice.choose("").description()).isEqualTo("scalar");
    }
  }

  @Test
  void otherWordsAreRefused() {
    assertThatThrownBy(() -> Choice.choose("fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("escapement.kernels must be vector or scalar, got \"fast\"");
  }
}
