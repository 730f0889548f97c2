package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The synthetic data set of Velikanov et al. */
@Tag("digits")
class HaarTest {
  private static final int N = 60;

  private static Rows rows(int instance) {
    return new Haar(N, new PowerLaw(40, 1.5, 2), 0.5, 0.1, instance).rows(new LocalFiles());
  }

  @Test
  void secondMomentsAreTheSpectrum() {
    Rows rows = rows(0);
    double[] lambda = new PowerLaw(40, 1.5, 2).values();
    assertThat(lambda[3]).isEqualTo(0.25);
    for (int k = 0; k < 40; k++) {
      for (int l = 0; l < 40; l++) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
          sum += rows.at(i, k) * rows.at(i, l) / N;
        }
        assertThat(sum).isCloseTo(k == l ? lambda[k] : 0, within(1e-14));
      }
    }
  }

  /** 1/2 sum_i y_i^2/N = 1/2 A sum_k k^-1.5. */
  @Test
  void lossFromTheOriginFollowsThePowerLaw() {
    double loss = 0;
    for (double y : rows(1).targets()) {
      loss += y * y / (2 * N);
    }
    double expected = 0;
    for (int k = 1; k <= 40; k++) {
      expected += 0.05 / (k * Math.sqrt(k));
    }
    assertThat(loss).isCloseTo(expected, within(1e-14));
  }

  /**
   * E Q^4 = 3/(N (N + 2)) for a unit vector that is uniform on the sphere, and E Q = 0: means over
   * 4000 columns of variance below 100/N, five standard errors. A rule of signs that favours one
   * shows in the mean.
   */
  @Test
  void eigenvectorsAreUniform() {
    double fourth = 0;
    double first = 0;
    double[] lambda = new PowerLaw(40, 1.5, 2).values();
    for (int instance = 0; instance < 100; instance++) {
      Rows rows = rows(instance);
      for (int k = 0; k < 40; k++) {
        double q = rows.at(k, k) / Math.sqrt(lambda[k]);
        fourth += q * q * q * q / 4000;
        first += q / 4000;
      }
    }
    assertThat(fourth).isCloseTo(3.0 * N / (N + 2), within(5 * 10 / Math.sqrt(4000)));
    assertThat(first).isCloseTo(0, within(5 / Math.sqrt(4000)));
  }

  @Test
  void moreEigenvaluesThanRowsAreRefused() {
    assertThatThrownBy(() -> new Haar(3, new Isotropic(4, 1), 1, 1, 0))
        .hasMessage("rows must be at least the number of eigenvalues, 4, got 3");
  }
}
