package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("digits")
class KernelFeaturesTest {
  private static final String SHIPPED =
      Path.of(System.getProperty("project.basedir", "."), "data", "digits.csv.gz").toString();

  private static final DataSet DIGITS =
      new Standardised(
          new Subset(
              new Csv(DataFile.found(SHIPPED, new LocalFiles()), ",", false, "last"),
              80,
              "by-class",
              0),
          "global",
          true);

  static List<Kernel> kernels() {
    return List.of(new LinearKernel(), new RbfKernel(7), new TangentKernel());
  }

  private static Rows rows(DataSet data) {
    return Loaded.load(data, new LocalFiles());
  }

  /** XX'/N is the kernel matrix up to scale, X'X/N diagonal, falling from 1. */
  @ParameterizedTest
  @MethodSource("kernels")
  void innerProductsAreThoseOfTheKernel(Kernel kernel) {
    Rows plain = rows(DIGITS);
    Rows rows = rows(new KernelFeatures(DIGITS, kernel, 1 << 20));
    assertThat(rows.targets()).isEqualTo(plain.targets());
    double scale = at(kernel, plain, 0, 0) / product(rows, 0, 0);
    for (int i = 0; i < plain.count(); i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(scale * product(rows, i, j))
            .isCloseTo(at(kernel, plain, i, j), within(1e-10 * at(kernel, plain, 0, 0)));
      }
    }
    double before = 1 + 1e-12;
    for (int k = 0; k < rows.dimension(); k++) {
      for (int l = 0; l <= k; l++) {
        double expected = k == l ? secondMoment(rows, k, k) : 0;
        assertThat(secondMoment(rows, k, l)).isCloseTo(expected, within(1e-12));
      }
      assertThat(secondMoment(rows, k, k)).isPositive().isLessThanOrEqualTo(before);
      before = secondMoment(rows, k, k) * (1 + 1e-9);
    }
    assertThat(secondMoment(rows, 0, 0)).isCloseTo(1, within(1e-12));
  }

  private static double at(Kernel kernel, Rows rows, int i, int j) {
    return kernel.at(
        product(rows, i, i), product(rows, i, j), product(rows, j, j), rows.dimension());
  }

  private static double product(Rows rows, int i, int j) {
    double sum = 0;
    for (int k = 0; k < rows.dimension(); k++) {
      sum += rows.at(i, k) * rows.at(j, k);
    }
    return sum;
  }

  private static double secondMoment(Rows rows, int k, int l) {
    double sum = 0;
    for (int i = 0; i < rows.count(); i++) {
      sum += rows.at(i, k) * rows.at(i, l);
    }
    return sum / rows.count();
  }

  /** 61 of 64 pixels are ever written on, and their covariance has no smaller rank at 80 rows. */
  @Test
  void whatIsRoundingIsLeftOut() {
    assertThat(rows(new KernelFeatures(DIGITS, new LinearKernel(), 1 << 20)).dimension())
        .isLessThan(64);
    assertThat(rows(new KernelFeatures(DIGITS, new LinearKernel(), 5)).dimension()).isEqualTo(5);
  }

  /** Nine points on a circle in four coordinates, eigenvalues twice each: five are zero. */
  @Test
  void singularMatricesAreDecomposed() {
    DataSet torus = new Torus(9, 2, 1.5, 1);
    Rows rows = rows(new KernelFeatures(torus, new LinearKernel(), 1 << 20));
    assertThat(rows.dimension()).isEqualTo(4);
    assertThat(secondMoment(rows, 3, 3)).isCloseTo(StrictMath.pow(2, -1.5), within(1e-12));
  }

  @Test
  void theLargestComponentIsPositive() {
    Rows rows = rows(new KernelFeatures(DIGITS, new TangentKernel(), 20));
    for (int k = 0; k < 20; k++) {
      double largest = 0;
      for (int i = 0; i < rows.count(); i++) {
        largest = Math.abs(rows.at(i, k)) > Math.abs(largest) ? rows.at(i, k) : largest;
      }
      assertThat(largest).isPositive();
    }
  }

  /**
   * Equal rows of length sqrt(d) have s = 2, phi = 0: K = 2/2 + 1/2. Orthogonal ones have s = 1,
   * cos phi = 1/2, phi = pi/3: K = (2 pi/3 + sqrt(3)/2 + pi/3)/(2 pi) = 1/2 + sqrt(3)/(4 pi).
   */
  @Test
  void tangentKernelIsThatOfTheCode() {
    TangentKernel kernel = new TangentKernel();
    assertThat(kernel.at(9, 9, 9, 9)).isCloseTo(1.5, within(1e-15));
    assertThat(kernel.at(9, 0, 9, 9)).isCloseTo(0.5 + Math.sqrt(3) / (4 * Math.PI), within(1e-15));
    assertThat(new RbfKernel(2).at(4, 0, 4, 3)).isCloseTo(StrictMath.exp(-1), within(1e-15));
    assertThat(new RbfKernel(2).at(4, 4, 4, 3)).isEqualTo(1);
  }
}
