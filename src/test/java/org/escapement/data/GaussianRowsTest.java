package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.escapement.model.Vector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fixed samples of normal rows. */
@Tag("digits")
class GaussianRowsTest {
  private static final int N = 20_000;

  private static Rows rows(double labelNoise) {
    return new GaussianRows(N, new ListedSpectrum(Vector.of(4, 0.25)), -1, 1, labelNoise, 3)
        .rows(new LocalFiles());
  }

  /** Second moments within five standard errors; a product of two has variance at most 2. */
  @Test
  void rowsHaveTheSpectrum() {
    Rows rows = rows(0);
    double[] deviation = {2, 0.5};
    for (int k = 0; k < 2; k++) {
      for (int l = 0; l < 2; l++) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
          sum += rows.at(i, k) / deviation[k] * rows.at(i, l) / deviation[l] / N;
        }
        assertThat(sum).isCloseTo(k == l ? 1 : 0, within(5 * Math.sqrt(2.0 / N)));
      }
    }
  }

  /** lambda_k w_k^2 = 1 makes w = (1/2, 2). */
  @Test
  void targetIsPlanted() {
    Rows rows = rows(0);
    assertThat(rows.solution()).contains(Vector.of(0.5, 2));
    assertThat(rows.targets()[7]).isCloseTo(0.5 * rows.at(7, 0) + 2 * rows.at(7, 1), within(1e-15));
  }

  /** The labels' noise does not depend on the rows; five standard errors. */
  @Test
  void labelsHaveTheirNoise() {
    Rows clean = rows(0);
    Rows noisy = rows(1.5);
    double square = 0;
    double cross = 0;
    for (int i = 0; i < N; i++) {
      double e = noisy.targets()[i] - clean.targets()[i];
      square += e * e / N;
      cross += e * clean.at(i, 0) / N;
    }
    assertThat(noisy.solution()).isEmpty();
    assertThat(square).isCloseTo(2.25, within(5 * 2.25 * Math.sqrt(2.0 / N)));
    assertThat(cross).isCloseTo(0, within(5 * 3 / Math.sqrt(N)));
  }

  @Test
  void moreRowsLeaveThoseThatAreThere() {
    Rows few = new GaussianRows(3, new Isotropic(5, 1), 1, 1, 0.5, 2).rows(new LocalFiles());
    Rows many = new GaussianRows(2000, new Isotropic(5, 1), 1, 1, 0.5, 2).rows(new LocalFiles());
    assertThat(many.at(2, 4)).isEqualTo(few.at(2, 4));
    assertThat(many.targets()[2]).isEqualTo(few.targets()[2]);
  }

  @Test
  void whatFitsNoMemoryIsRefused() {
    assertThatThrownBy(() -> new GaussianRows(1_000_000, new Isotropic(1000, 1), 1, 1, 0, 0))
        .hasMessageContaining("1000000 rows with 1000 coordinates each are too many");
  }
}
