package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EigenbasisRowsTest {
  /** Seven rows with eleven coordinates. */
  private static final DataSet WIDE = new GaussianRows(7, new PowerLaw(11, 1.5, 1), 0.25, 1, 0, 4);

  private static double product(Rows rows, int i, int j) {
    double sum = 0;
    for (int k = 0; k < rows.dimension(); k++) {
      sum += rows.at(i, k) * rows.at(j, k);
    }
    return sum;
  }

  private static double moment(Rows rows, int k, int l) {
    double sum = 0;
    for (int i = 0; i < rows.count(); i++) {
      sum += rows.at(i, k) * rows.at(i, l);
    }
    return sum;
  }

  /** Inner products decide the path of a gradient method. */
  @Test
  void innerProductsAndTargetsStay() {
    Rows plain = Loaded.rows(WIDE);
    Rows turned = Loaded.rows(new EigenbasisRows(WIDE));
    assertThat(turned.dimension()).isEqualTo(7);
    assertThat(turned.targets()).isEqualTo(plain.targets());
    for (int i = 0; i < 7; i++) {
      for (int j = 0; j < 7; j++) {
        assertThat(product(turned, i, j)).isCloseTo(product(plain, i, j), within(1e-13));
      }
    }
  }

  @Test
  void columnsAreOrthogonalLargestFirst() {
    Rows turned = Loaded.rows(new EigenbasisRows(WIDE));
    for (int k = 0; k < turned.dimension(); k++) {
      for (int l = 0; l < k; l++) {
        assertThat(moment(turned, k, l)).isCloseTo(0, within(1e-13));
        assertThat(moment(turned, k, k)).isLessThan(moment(turned, l, l));
      }
    }
  }
}
