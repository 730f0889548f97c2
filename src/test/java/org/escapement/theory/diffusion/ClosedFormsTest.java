package org.escapement.theory.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.theory.kick.StableJumps;
import org.escapement.theory.saddle.LinearSaddle;
import org.escapement.theory.stable.StableExit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas that need no solver, against tables made independently of this code. */
@Tag("digits")
class ClosedFormsTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1.4452456, 5e-8", "1, 2, 1, 27.4327391, 6e-8", "1, 3, 1, 2558.2834, 5e-5",
    "1, 1, 0.7, 4.68500, 5e-6", "1, 1, 0.5, 27.4327, 5e-5", "1, 1, 0.35, 1172.95, 5e-3",
    "-1, 1, 1, 0.7394416, 5e-8", "-1, 1, 0.1, 3.2818210, 5e-8", "-1, 1, 0.01, 5.5869002, 5e-8"
  })
  void ornsteinUhlenbeck(double rate, double width, double sigma, double time, double error) {
    assertThat(OrnsteinUhlenbeckExit.meanTime(rate, width, sigma)).isCloseTo(time, within(error));
  }

  @Test
  void ornsteinUhlenbeckWithoutForceIsBrownian() {
    assertThat(OrnsteinUhlenbeckExit.meanTime(0, 2, 0.5)).isEqualTo(16);
    assertThat(OrnsteinUhlenbeckExit.meanTime(-1.0000001, 1, 1))
        .isCloseTo(OrnsteinUhlenbeckExit.meanTime(-0.9999999, 1, 1), within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.199471, 1.25331, 1.128379", "1.0, 0.318310, 1.57080, 1.000000",
    "1.2, 0.333549, 1.79883, 0.907604", "1.5, 0.299207, 2.50663, 0.752253",
    "1.6, 0.267480, 2.99088, 0.699484", "1.8, 0.164905, 5.45769, 0.596484",
    "1.9, 0.090992, 10.4404, 0.547239"
  })
  void stableConstants(double alpha, double density, double well, double getoor) {
    assertThat(StableJumps.density(alpha)).isCloseTo(density, within(5.1e-7));
    assertThat(StableExit.fromWell(alpha, 1, 1, 1)).isCloseTo(well, within(1e-5 * well));
    assertThat(StableExit.isotropic(alpha, 1, 1, 1, 0)).isCloseTo(getoor, within(5.1e-7));
    assertThat(StableExit.independent(alpha, 1, 1, 1, 0)).isCloseTo(getoor, within(5.1e-7));
  }

  @Test
  void stableMotionInTenDimensions() {
    assertThat(StableExit.isotropic(1.5, 1, 10, 1, 0)).isCloseTo(0.117187, within(6e-7));
    assertThat(StableExit.independent(1.5, 1, 10, 1, 0)).isCloseTo(0.075225, within(6e-7));
    assertThat(StableExit.isotropic(2, 1, 3, 2, 1)).isCloseTo(3.0 / 6, within(1e-14));
    assertThat(StableExit.independent(2, 1, 3, 2, 0)).isCloseTo(4.0 / 6, within(1e-14));
    assertThat(StableJumps.isotropic(1.5, 3)).isCloseTo(0.997, within(5e-4));
    assertThat(StableJumps.isotropic(1.3, 1))
        .isCloseTo(StableJumps.independent(1.3, 1), within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({
    "1.2, .3, 1, 76.29",
    "1.2, .1, 1, 285.10",
    "1.5, .3, 1, 152.55",
    "1.5, .1, 1, 792.67",
    "1.5, .1, 2, 1171.24",
    "1.5, .03, 1, 4824.01",
    "1.8, .1, 1, 3443.57"
  })
  void smallStableNoise(double alpha, double eps, double above, double steps) {
    assertThat(StableExit.fromWell(alpha, eps, 1, above) / 0.1).isCloseTo(steps, within(6e-3));
  }

  @Test
  void smallStableNoiseOnAHalfLineAndByWhichSide() {
    double one = StableExit.fromWell(1.5, 0.1, 1, Double.POSITIVE_INFINITY);
    assertThat(one / StableExit.fromWell(1.5, 0.1, 1, 1)).isCloseTo(2, within(1e-14));
    assertThat(1 - StableExit.shareBelow(1.5, 2, 1)).isCloseTo(0.73880, within(5e-6));
    StableJumps.Rate jumps = new StableJumps.Rate(StableJumps.independent(1.5, 1));
    assertThat(StableExit.fromWell(1.5, 0.1, 1, jumps))
        .isCloseTo(StableExit.fromWell(1.5, 0.1, 1, 1), within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 15.5072",
    "0.1, 54.12539",
    "0.0625, 242.57319",
    "0.05, 659.3823",
    "0.04, 2301.470",
    "0.03, 18483.56",
    "0.02, 1192191"
  })
  void eyringKramers(double temperature, double time) {
    assertThat(KramersExit.overdamped(0.25, 2, -1, temperature) / time).isCloseTo(1, within(5e-6));
  }

  @Test
  void eyringKramersInThePlane() {
    // (x^2-1)^2/4 + (y-x)^2/2: prefactor 7.1888.
    double unstable = (1 - Math.sqrt(5)) / 2;
    assertThat(KramersExit.overdamped(0.25, 2, -1, unstable, 0.0625))
        .isCloseTo(392.5, within(0.05));
    assertThat(KramersExit.overdamped(0.25, 2, -1, unstable, 0.05)).isCloseTo(1066.9, within(0.05));
  }

  // Heavy ball at T = 0.0625, steps: eta, mu, Kramers' value.
  @ParameterizedTest
  @CsvSource({
    "0.04, 0, 6298",
    "0.02, 0.5, 6516",
    "0.01, 0.8, 5856",
    "0.01, 0.9, 3925",
    "0.01, 0.95, 3107",
    "0.01, 0.98, 2680",
    "0.01, 0.99, 2550"
  })
  void kramersWithFriction(double eta, double mu, double steps) {
    double root = Math.sqrt(eta);
    double time = KramersExit.withFriction(0.25, 2, -1, (1 - mu) / root, 0.0625);
    assertThat(time / root / steps).isCloseTo(1, within(2.5e-4));
  }

  // Langevin dynamics at T = 0.0625, action 4/3.
  @ParameterizedTest
  @CsvSource({
    "0.01, 1670.4",
    "0.03, 740.1",
    "0.1, 386.5",
    "0.3, 305.2",
    "1, 392.9",
    "3, 801.2",
    "10, 2449.8"
  })
  void melnikovMeshkov(double friction, double time) {
    double loss = friction * 4 / 3 / 0.0625;
    double value =
        KramersExit.withFriction(0.25, 2, -1, friction, 0.0625) / KramersExit.depopulation(loss);
    assertThat(value).isCloseTo(time, within(0.06));
  }

  // eta, mu: lambda = 1, s = 0.1, L = 1.
  @ParameterizedTest
  @CsvSource({"0.01, 0, 562.23", "0.01, 0.5, 271.86", "0.01, 0.9, 79.60", "0.002, 0.9, 316.87"})
  void linearSaddleWithMomentum(double eta, double mu, double steps) {
    assertThat(LinearSaddle.meanSteps(eta, mu, 1, eta * 0.1)).isCloseTo(steps, within(6e-3));
  }

  @Test
  void linearSaddleInMoreDimensions() {
    assertThat(LinearSaddle.meanTime(1, 1, 0.05, 1)).isCloseTo(3.9775, within(5.1e-5));
    assertThat(LinearSaddle.meanTime(1, 1, 0.05, 2)).isCloseTo(3.2843, within(5.1e-5));
    assertThat(LinearSaddle.meanTime(1, 1, 0.05, 3)).isCloseTo(2.9775, within(5.1e-5));
    assertThat(LinearSaddle.meanTime(1, 1, 0.1, 1)).isCloseTo(3.28434, within(5.1e-6));
  }

  // L, eta, a = s = 1: the matched process with shifted boundary, model time.
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.1, 10.412350, 5e-6",
    "0.5, 0.05, 97.180011, 5e-5",
    "0.5, 0.025, 9968.3834, 5e-3",
    "1, 0.2, 102.199, 6e-4",
    "1, 0.1, 11366.27, 6e-2"
  })
  void matchedOrnsteinUhlenbeck(double width, double eta, double time, double error) {
    assertThat(MatchedOrnsteinUhlenbeck.meanSteps(eta, eta, width) * eta)
        .isCloseTo(time, within(error));
  }
}
