package org.escapement.theory.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tail indices and second moments of SGD on a stream of linear regression. */
class RegressionTest {

  /** Scalar, one sample: E |1 - eta z^2|^alpha = 1 by independent adaptive quadrature (SciPy). */
  @ParameterizedTest
  @CsvSource({
    "1.052247, 1",
    "0.943594, 1.2",
    "0.816674, 1.5",
    "0.6666666666666666, 2",
    "0.487043, 3",
    "0.383451, 4",
    "0.1, 17.285",
    "0.3, 5.3059",
    "0.5, 2.9040",
    "1, 1.0908",
    "1.5, 0.4774",
    "2, 0.1655",
  })
  void scalarIndices(double eta, double alpha) {
    assertThat(new Regression(1, 1, eta, 1).tailIndex().orElseThrow())
        .isCloseTo(alpha, within(1e-4 + 3e-5 * alpha));
  }

  /**
   * At eta = 2b/(d + b + 1) the second moment is just infinite: E |Me|^2 = 1 (Gurbuzbalaban,
   * Simsekli, Zhu 2021), and so alpha = 2.
   */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "10, 5", "3, 20", "100, 10"})
  void indexTwoIsWhereTheSecondMomentEnds(int dimension, int batch) {
    double eta = 2.0 * batch / (dimension + batch + 1);
    Regression critical = new Regression(dimension, batch, eta, 1);
    assertThat(critical.squareFactor()).isCloseTo(1, within(1e-14));
    assertThat(critical.tailIndex().orElseThrow()).isCloseTo(2, within(1e-6));
    assertThat(new RegressionContraction(dimension, batch, eta).logMoment(2))
        .isCloseTo(0, within(1e-7));
  }

  /** Two-dimensional quadrature by SciPy, at multiples of 2b/(d + b + 1). */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 0.8, 3.01582",
    "2, 1, 0.9, 2.45598",
    "2, 1, 1.05, 1.80216",
    "2, 1, 1.2, 1.30084",
    "10, 5, 0.9, 4.17653",
    "10, 5, 1.05, 1.01282"
  })
  void indicesInMoreDimensions(int dimension, int batch, double multiple, double alpha) {
    double eta = multiple * 2 * batch / (dimension + batch + 1);
    assertThat(new Regression(dimension, batch, eta, 1).tailIndex().orElseThrow())
        .isCloseTo(alpha, within(1e-5));
  }

  /** Where E ln |Me| = 0, by SciPy: beyond it nothing is stationary. */
  @Test
  void thereIsNoIndexWithoutAStationaryLaw() {
    assertThat(new RegressionContraction(1, 1, 2.421250).meanLog()).isCloseTo(0, within(1e-6));
    assertThat(new Regression(1, 1, 2.43, 1).tailIndex()).isEmpty();
    assertThat(new Regression(10, 5, 1.106 * 10 / 16, 1).tailIndex()).isEmpty();
    assertThat(new RegressionContraction(10, 5, 1.105 * 10 / 16).meanLog())
        .isCloseTo(0, within(1e-3));
    assertThat(new RegressionContraction(100, 1, 0.01963).meanLog()).isCloseTo(0, within(1e-3));
    assertThat(new RegressionContraction(100, 1, 0.2).meanLog()).isCloseTo(0.55, within(0.005));
  }

  @Test
  void tinyStepsHaveNoIndexThatMatters() {
    assertThat(new Regression(1, 1, 0.01, 1).tailIndex()).isEmpty();
  }

  @Test
  void momentsEndAtTheIndex() {
    assertThat(new Regression(1, 1, 0.3, 1).hasMoment(5.3)).isTrue();
    assertThat(new Regression(1, 1, 0.3, 1).hasMoment(5.31)).isFalse();
  }

  /** eta/(2 - 3 eta) for one coordinate, one sample and unit labels. */
  @Test
  void secondMoments() {
    assertThat(new Regression(1, 1, 0.3, 1).stationarySquare()).isCloseTo(0.3 / 1.1, within(1e-15));
    assertThat(new Regression(1, 1, 0.7, 1).stationarySquare()).isInfinite();
  }
}
