package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class EigenpairsTest {
  /** Second differences on a ring of n points: 2 - 2 cos(2 pi k/n), all but the ends twice. */
  @Test
  void theRingHasItsFrequencies() {
    int n = 12;
    double[][] ring = new double[n][n];
    for (int i = 0; i < n; i++) {
      ring[i][i] = 2;
      ring[i][(i + 1) % n] = -1;
      ring[i][(i + n - 1) % n] = -1;
    }
    Eigenpairs pairs = Eigenpairs.of(ring);
    for (int k = 0; k < n; k++) {
      int frequency = (n - k) / 2;
      double expected = 2 - 2 * StrictMath.cos(2 * Math.PI * frequency / n);
      assertThat(pairs.value(k)).as("%s", k).isCloseTo(expected, within(1e-14));
      assertIsEigenvector(ring, pairs, k);
    }
    assertThat(ring[0][0]).isEqualTo(2);
  }

  /** Of rank 2, with empty rows: without the shift the iteration does not end for such matrices. */
  @Test
  void singularMatricesAreDecomposed() {
    int n = 60;
    double[][] matrix = new double[n][n];
    for (int i = 5; i < n; i++) {
      for (int j = 5; j < n; j++) {
        matrix[i][j] = 1 + (i % 7) * (j % 7) * 1e-3;
      }
    }
    Eigenpairs pairs = Eigenpairs.of(matrix);
    assertThat(pairs.size()).isEqualTo(n);
    assertThat(pairs.value(0)).isGreaterThan(50);
    for (int k = 0; k < n; k++) {
      assertIsEigenvector(matrix, pairs, k);
      if (k > 1) {
        assertThat(pairs.value(k)).isCloseTo(0, within(1e-13));
      }
    }
  }

  private static void assertIsEigenvector(double[][] matrix, Eigenpairs pairs, int k) {
    double[] u = pairs.vector(k);
    double length = 0;
    for (int i = 0; i < u.length; i++) {
      double image = 0;
      for (int j = 0; j < u.length; j++) {
        image += matrix[i][j] * u[j];
      }
      assertThat(image).isCloseTo(pairs.value(k) * u[i], within(1e-12));
      length += u[i] * u[i];
    }
    assertThat(length).isCloseTo(1, within(1e-13));
  }
}
