package org.escapement.theory.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class DiffusionExitTest {
  private static final DoubleUnaryOperator DOUBLE_WELL = x -> (x * x - 1) * (x * x - 1) / 4;

  // Mean time from -1 to 1 and from -1 to 0 in (x^2-1)^2/4, by independent quadrature.
  @ParameterizedTest
  @CsvSource({
    "0.2, 19.0939, 7.93402, 5e-6", "0.1, 66.26863, 30.82130, 5e-6",
    "0.0625, 277.05458, 135.78298, 5e-6", "0.05, 729.6707, 361.9038, 5e-5",
    "0.04, 2483.025, 1238.401, 5e-4", "0.03, 19485.82, 9739.57, 5e-3",
    "0.02, 1232135, 616063.9, 0.06"
  })
  void doubleWell(double temperature, double across, double toTheTop, double error) {
    DiffusionExit exit = new DiffusionExit(DOUBLE_WELL, temperature);
    double wall = 1.5 + 4 * Math.sqrt(temperature);
    assertThat(exit.meanTimeToReach(1, -wall, -1).orElseThrow())
        .isCloseTo(across, within(Math.max(error, across < 20 ? 5e-5 : error) * 2));
    assertThat(exit.meanTimeToReach(0, -wall, -1).orElseThrow()).isCloseTo(toTheTop, within(error));
    assertThat(exit.meanTimeToReach(0, wall, 1).orElseThrow()).isCloseTo(toTheTop, within(error));
  }

  @Test
  void ornsteinUhlenbeck() {
    DiffusionExit exit = new DiffusionExit(x -> x * x / 2, 0.5);
    for (double width : new double[] {1, 2, 3}) {
      double closed = OrnsteinUhlenbeckExit.meanTime(1, width, 1);
      assertThat(exit.meanTime(-width, width, 0).orElseThrow() / closed)
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void brownianMotionFromAnywhere() {
    DiffusionExit exit = new DiffusionExit(x -> 3, 0.5);
    assertThat(exit.meanTime(-1, 2, 0.5).orElseThrow()).isCloseTo(1.5 * 1.5, within(1e-12));
    assertThat(exit.shareBelow(-1, 2, 0.5).orElseThrow()).isCloseTo(0.5, within(1e-13));
    assertThat(exit.shareBelow(-1, 2, 1.7).orElseThrow()).isCloseTo(0.1, within(1e-13));
  }

  @Test
  void drift() {
    // V = -m x, T: P(below) = (exp(-2mx/s2) - exp(-2mb/s2)) / (exp(-2ma/s2) - exp(-2mb/s2)), s2 =
    // 2T;
    // E tau = (E X_tau - x) / m by optional stopping.
    DiffusionExit exit = new DiffusionExit(x -> -0.7 * x, 0.3);
    double k = 0.7 / 0.3;
    double below =
        (StrictMath.exp(-k * 0.2) - StrictMath.exp(-k * 1.5))
            / (StrictMath.exp(k) - StrictMath.exp(-k * 1.5));
    assertThat(exit.shareBelow(-1, 1.5, 0.2).orElseThrow()).isCloseTo(below, within(1e-13));
    double end = -below + 1.5 * (1 - below);
    assertThat(exit.meanTime(-1, 1.5, 0.2).orElseThrow())
        .isCloseTo((end - 0.2) / 0.7, within(1e-12));
  }

  @Test
  void finiteDifferences() {
    // T u'' - V' u' = -1, u = 0 at both ends, second order; Richardson with 2000 and 4000 cells.
    DoubleUnaryOperator slope = x -> x * x * x - x + 0.1;
    DiffusionExit exit = new DiffusionExit(x -> x * x * x * x / 4 - x * x / 2 + 0.1 * x, 0.15);
    double coarse = differences(slope, 0.15, 2000);
    double fine = differences(slope, 0.15, 4000);
    assertThat(exit.meanTime(-1.5, 1.5, 0).orElseThrow() / (fine + (fine - coarse) / 3))
        .isCloseTo(1, within(1e-8));
  }

  /** u(0) on (-1.5, 1.5), by elimination of a tridiagonal system. */
  private static double differences(DoubleUnaryOperator slope, double temperature, int cells) {
    double h = 3.0 / cells;
    double[] factor = new double[cells];
    double[] right = new double[cells];
    for (int i = 1; i < cells; i++) {
      double v = slope.applyAsDouble(-1.5 + i * h);
      double down = temperature / (h * h) + v / (2 * h);
      double up = temperature / (h * h) - v / (2 * h);
      double diagonal = 2 * temperature / (h * h) - down * factor[i - 1];
      factor[i] = up / diagonal;
      right[i] = (1 + down * right[i - 1]) / diagonal;
    }
    double u = 0;
    for (int i = cells - 1; i >= cells / 2; i--) {
      u = right[i] + factor[i] * u;
    }
    return u;
  }

  @Test
  void noValueWhereExponentialsOverflow() {
    assertThat(new DiffusionExit(DOUBLE_WELL, 1e-4).meanTimeToReach(1, -2, -1)).isEmpty();
  }
}
