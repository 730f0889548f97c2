package org.escapement.theory.kick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.escapement.theory.numeric.Panels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class StableKickTest {

  // F(0.5), F(1), F(2), F(5), F(10), F(50), by quadrature of Zolotarev's integral.
  @ParameterizedTest
  @CsvSource({
    "0.5, .668690, .728720, .786072, .850483, .888715, .946670",
    "0.8, .655039, .744140, .829371, .909748, .946375, .984749",
    "1.5, .639404, .756342, .894960, .979331, .993360, .999433",
    "1.8, .638283, .758715, .912297, .993352, .998452, .999920"
  })
  void distribution(
      double alpha, double f05, double f1, double f2, double f5, double f10, double f50) {
    StableKick kick = new StableKick(alpha, 1, 0);
    double[] x = {0.5, 1, 2, 5, 10, 50};
    double[] f = {f05, f1, f2, f5, f10, f50};
    for (int i = 0; i < x.length; i++) {
      assertThat(1 - kick.upperTail(x[i])).isCloseTo(f[i], within(5.1e-7));
      assertThat(kick.upperTail(-x[i])).isCloseTo(f[i], within(5.1e-7));
    }
  }

  @Test
  void cauchyInClosedForm() {
    StableKick kick = new StableKick(1, 2, 0);
    for (double z = -300; z < 300; z += 0.37) {
      double u = z / 2;
      assertThat(kick.density(z) * 2 * Math.PI * (1 + u * u)).isCloseTo(1, within(1e-12));
      double tail = StrictMath.atan2(1, u) / Math.PI;
      assertThat(kick.upperTail(z) / tail).isCloseTo(1, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.7", "0.95", "1.2", "1.5", "1.9", "1.99"})
  void normalPartIsAConvolution(double alpha) {
    StableKick pure = new StableKick(alpha, 1, 0);
    StableKick both = new StableKick(alpha, 1, 0.6);
    GaussianKick normal = new GaussianKick(0.6);
    for (double z : new double[] {0, 0.3, 2, 7, 30}) {
      assertThat(both.density(z) / convolution(pure, normal, z)).isCloseTo(1, within(1e-9));
    }
  }

  /** Int pure(w) normal(z - w) dw, on panels that grow from the spike at w = 0. */
  private static double convolution(KickLaw pure, KickLaw normal, double z) {
    double sum = 0;
    double from = 0;
    for (double to = 1e-7; from < 64; to = Math.min(2 * to, to + 0.25)) {
      sum +=
          Panels.integral(
              w -> pure.density(w) * (normal.density(z - w) + normal.density(z + w)), from, to);
      from = to;
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"0.6, 0", "1.0, 0", "1.3, 0.5", "1.7, 2", "1.98, 0"})
  void densityIsTheDerivativeOfTheTail(double alpha, double deviation) {
    StableKick kick = new StableKick(alpha, 1, deviation);
    for (double z = 0.01; z < 100; z *= 1.7) {
      double mass = 0;
      for (int p = 0; p < 8; p++) {
        mass += Panels.integral(kick::density, z * (1 + p / 8.0), z * (1 + (p + 1) / 8.0));
      }
      assertThat(kick.upperTail(z) - kick.upperTail(2 * z)).isCloseTo(mass, within(2e-13));
    }
  }

  @Test
  void parametersOutOfRange() {
    assertThatThrownBy(() -> new StableKick(2, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alpha must be in [0.5, 2), got 2.0");
    assertThatThrownBy(() -> new StableKick(1.5, 0, 1))
        .hasMessage("scale must be in (0, inf), got 0.0");
    assertThatThrownBy(() -> new StableKick(1.5, 1, -1))
        .hasMessage("deviation must be in [0, inf), got -1.0");
  }
}
