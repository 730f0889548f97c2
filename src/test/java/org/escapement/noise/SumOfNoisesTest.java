package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.escapement.model.Noise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class SumOfNoisesTest {
  private static final Noise GAUSSIAN = new Gaussian(0.3);
  private static final Noise ISOTROPIC = new IsotropicStable(1.5, 0.7);
  private static final Noise LAPLACE = new Laplace(2);
  private static final Noise NESTED =
      new SumOfNoises(List.of(GAUSSIAN, new SumOfNoises(List.of(ISOTROPIC, LAPLACE))));

  @Test
  void isTheSumOfItsPartsAtTheirOwnSlots() {
    double[][] sum = Sample.of(NESTED, 2, 4, 10, 0, 8);
    double[][] gaussian = Sample.of(GAUSSIAN, 2, 4, 10, 0, 8);
    double[][] isotropic = Sample.of(ISOTROPIC, 2, 4, 12, 0, 8);
    double[][] laplace = Sample.of(LAPLACE, 2, 4, 15, 0, 8);
    for (int k = 0; k < 2; k++) {
      for (int i = 0; i < 32; i++) {
        assertThat(sum[k][i]).isEqualTo(gaussian[k][i] + isotropic[k][i] + laplace[k][i]);
      }
    }
  }

  @Test
  void flattensItsParts() {
    assertThat(NESTED.parts()).containsExactly(GAUSSIAN, ISOTROPIC, LAPLACE);
    assertThat(NESTED.slots(2)).isEqualTo(7);
    assertThat(NESTED.index()).isEqualTo(1.5);
  }

  @Test
  void needsAPart() {
    assertThatThrownBy(() -> new SumOfNoises(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("of must name at least one noise");
  }

  @Test
  void heavyStudentNoiseHasTheIndexOfItsTail() {
    assertThat(new StudentT(1.2, 1).index()).isEqualTo(1.2);
    assertThat(new StudentT(5, 1).index()).isEqualTo(2);
  }
}
