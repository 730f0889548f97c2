package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Translation-invariant data. */
class TorusTest {

  /** Both coordinates of a frequency have its eigenvalue, and w_m^2 = A m^(-kappa-1)/lambda_m. */
  @Test
  void eigenvaluesComeTwice() {
    Rows rows = new Torus(11, new PowerLaw(3, 1, 0.5), 1, 4).rows(new LocalFiles());
    for (int k = 0; k < 6; k++) {
      for (int l = 0; l < 6; l++) {
        double sum = 0;
        for (int i = 0; i < 11; i++) {
          sum += rows.at(i, k) * rows.at(i, l) / 11;
        }
        assertThat(sum).isCloseTo(k == l ? 0.5 / (1 + k / 2) : 0, within(1e-14));
      }
    }
    assertThat(rows.solution().orElseThrow().at(4)).isCloseTo(Math.sqrt(8.0 / 3), within(1e-14));
  }

  @Test
  void frequenciesThatPointsCannotTellApartAreRefused() {
    assertThatThrownBy(() -> new Torus(6, 3, 1, 1))
        .hasMessage("modes must be below half of points (6), got 3");
  }
}
