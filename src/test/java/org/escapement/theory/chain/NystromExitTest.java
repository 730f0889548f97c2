package org.escapement.theory.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.escapement.monitoring.BoundaryShift;
import org.escapement.theory.kick.GaussianKick;
import org.escapement.theory.kick.KickLaw;
import org.escapement.theory.kick.LaplaceKick;
import org.escapement.theory.kick.StableKick;
import org.escapement.theory.kick.StudentTKick;
import org.escapement.theory.kick.UniformKick;
import org.escapement.theory.numeric.Panels;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class NystromExitTest {
  private static final long NEVER = 1L << 40;
  private static final double DOWN = Double.NEGATIVE_INFINITY;

  private static WalkExit exit(Walk walk, double start, long horizon) {
    return NystromExit.of(walk, start, horizon).orElseThrow();
  }

  /** Composite Gauss-Legendre on equal panels, and LU: plain Nystroem. */
  private record Plain(RealMatrix jumps, RealVector one, RealVector first) {
    static Plain of(Walk walk, double start, int panels) {
      Panels rule = Panels.on(walk.low(), walk.high(), panels);
      int n = rule.size();
      RealMatrix jumps = new Array2DRowRealMatrix(n, n);
      double[] first = new double[n];
      for (int j = 0; j < n; j++) {
        double weight = rule.weight()[j];
        for (int i = 0; i < n; i++) {
          double centre = walk.map().applyAsDouble(rule.node()[i]);
          KickLaw kick = walk.kick().apply(rule.node()[i]);
          jumps.setEntry(i, j, weight * kick.density(rule.node()[j] - centre));
        }
        double centre = walk.map().applyAsDouble(start);
        first[j] = weight * walk.kick().apply(start).density(rule.node()[j] - centre);
      }
      double[] one = new double[n];
      Arrays.fill(one, 1);
      return new Plain(
          jumps, MatrixUtils.createRealVector(one), MatrixUtils.createRealVector(first));
    }

    double mean() {
      RealMatrix system = MatrixUtils.createRealIdentityMatrix(one.getDimension()).subtract(jumps);
      return 1 + first.dotProduct(new LUDecomposition(system).getSolver().solve(one));
    }

    /** E min(N, horizon) and P(N <= horizon), step by step. */
    double[] until(int horizon) {
      RealVector survival = one;
      double mean = 1;
      for (int k = 1; k < horizon; k++) {
        mean += first.dotProduct(survival);
        survival = jumps.operate(survival);
      }
      return new double[] {mean, 1 - first.dotProduct(survival)};
    }
  }

  // Exact Nystroem values of Brownian motion on (-1, 1) looked at every dt, computed independently
  // (composite Gauss-Legendre in double precision), 8 digits.
  @ParameterizedTest
  @CsvSource({"0.1, 1.4274594", "0.04, 1.2566156", "0.01, 1.1224136", "0.0025, 1.0597333"})
  void brownianMotionWatchedAtSteps(double dt, double mean) {
    WalkExit exit = exit(new Walk(x -> x, new GaussianKick(Math.sqrt(dt)), -1, 1), 0, NEVER);
    assertThat(exit.mean() * dt).isCloseTo(mean, within(6e-8));
    assertThat(exit.shareBelow()).isCloseTo(0.5, within(1e-13));
  }

  @Test
  void aMillionKicksAcrossTheIntervalNeedNoMoreNodes() {
    // Closed form (1 + 0.58259715793901 r)^2 + r^2/4 for r = 1e-3, exact to exponentially small
    // terms.
    WalkExit exit = exit(new Walk(x -> x, new GaussianKick(1e-3), -1, 1), 0, NEVER);
    double shifted = 1 + BoundaryShift.GAUSSIAN * 1e-3;
    assertThat(exit.mean() * 1e-6).isCloseTo(shifted * shifted + 0.25e-6, within(1e-9));
  }

  // x <- (1 - eta) x + eta xi out of (-L, L) from 0: mean model time, independent Nystroem values.
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.1, 10.713731, 5e-7",
    "0.5, 0.05, 98.251409, 5e-7",
    "0.5, 0.025, 10007.305, 5e-4",
    "1, 0.2, 111.97482, 6e-6",
    "1, 0.1, 11728.042, 5e-4"
  })
  void linearWell(double width, double eta, double time, double error) {
    Walk walk = new Walk(x -> (1 - eta) * x, new GaussianKick(eta), -width, width);
    assertThat(exit(walk, 0, NEVER).mean() * eta).isCloseTo(time, within(error));
  }

  // SGD on (x^2-1)^2/4 from -1 to 1 at T = eta s^2/2: mean model time, independent Nystroem values.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.2, 61.8786",
    "0.1, 0.1, 64.9716",
    "0.1, 0.05, 65.9159",
    "0.1, 0.025, 66.2417",
    "0.0625, 0.2, 254.044",
    "0.0625, 0.1, 268.631",
    "0.0625, 0.025, 275.583",
    "0.05, 0.2, 665.007",
    "0.05, 0.1, 705.528",
    "0.05, 0.05, 719.483",
    "0.05, 0.025, 725.099"
  })
  void doubleWellOnAHalfLine(double temperature, double eta, double time) {
    Walk walk = doubleWell(eta, Math.sqrt(2 * temperature * eta), 1);
    WalkExit exit = NystromExit.of(walk, new NystromExit.Stretch(-2.7, 1), -1, NEVER).orElseThrow();
    assertThat(exit.mean() * eta).isCloseTo(time, within(time < 100 ? 5.1e-5 : 5.1e-4));
  }

  private static Walk doubleWell(double eta, double kick, double end) {
    return new Walk(x -> x - eta * (x * x * x - x), new GaussianKick(kick), DOWN, end);
  }

  // Kicks chosen elsewhere to give 1e4, 1e6 and 1e9 steps to the top.
  @ParameterizedTest
  @CsvSource({"0.0921378, 1.0000e4", "0.0688923, 9.99973e5", "0.0535067, 1.0000e9"})
  void longLives(double kick, double steps) {
    WalkExit exit =
        NystromExit.of(doubleWell(0.1, kick, 0), new NystromExit.Stretch(-2, 0), -1, 1_000_000)
            .orElseThrow();
    assertThat(exit.mean() / steps).isCloseTo(1, within(5e-5));
    assertThat(exit.deviation() / exit.mean()).isCloseTo(1, within(3e-3));
    double law = -StrictMath.expm1(-1e6 / exit.mean());
    assertThat(exit.shareInTime() / law).isCloseTo(1, within(1e-3));
  }

  // Stable walks on (-1, 1) from 0, steps of h: mean model time. The reference has errors up to
  // 1e-4
  // for alpha = 0.8 (its panels are too coarse there) and 2e-6 else.
  @ParameterizedTest
  @CsvSource({
    "0.8, 0.04, 1.11105, 1e-4", "0.8, 0.01, 1.08389, 5e-4", "1, 0.04, 1.052166, 1e-6",
    "1, 0.01, 1.015182, 1e-6", "1.2, 0.04, 0.980801, 1e-6", "1.2, 0.01, 0.931675, 3e-6",
    "1.2, 0.0025, 0.915480, 2e-5", "1.5, 0.04, 0.866156, 1e-6", "1.5, 0.01, 0.796558, 1e-6",
    "1.8, 0.01, 0.666697, 1e-6", "1.8, 0.0025, 0.628179, 1e-6"
  })
  void stableWalk(double alpha, double h, double time, double error) {
    StableKick kick = new StableKick(alpha, StrictMath.pow(h, 1 / alpha), 0);
    assertThat(exit(new Walk(x -> x, kick, -1, 1), 0, NEVER).mean() * h)
        .isCloseTo(time, within(error));
  }

  // x <- 0.9 x + eps 0.1^(1/alpha) S out of (-1, b): mean steps and standard deviation. The
  // reference's density wraps around at 1e4 scales, which costs it up to 2e-5.
  @ParameterizedTest
  @CsvSource({
    "1.2, 0.3, 1, 66.6402, 65.658, 0.5", "1.2, 0.1, 1, 274.107, 273.444, 0.5",
    "1.5, 0.3, 1, 119.180, 117.790, 0.5", "1.5, 0.1, 1, 758.859, 758.182, 0.5",
    "1.5, 0.1, 2, 1132.578, 1131.965, 0.74284", "1.8, 0.1, 1, 3308.839, 3308.174, 0.5",
    "1.5, 0.03, 1, 4790.42, 4789.9, 0.5"
  })
  void stableWell(double alpha, double eps, double b, double mean, double sd, double below) {
    StableKick kick = new StableKick(alpha, eps * StrictMath.pow(0.1, 1 / alpha), 0);
    WalkExit exit = exit(new Walk(x -> 0.9 * x, kick, -1, b), 0, NEVER);
    assertThat(exit.mean() / mean).isCloseTo(1, within(2e-5));
    assertThat(exit.deviation() / sd).isCloseTo(1, within(3e-5));
    assertThat(exit.shareBelow()).isCloseTo(below, within(6e-6));
  }

  // With a Brownian part, mean model time; and two depths of a quartic well.
  @Test
  void stableAndNormalTogether() {
    double scale = 0.1 * StrictMath.pow(0.1, 1 / 1.5);
    StableKick kick = new StableKick(1.5, scale, 0.1 * Math.sqrt(0.1));
    assertThat(exit(new Walk(x -> 0.9 * x, kick, -1, 1), 0, NEVER).mean() * 0.1)
        .isCloseTo(74.992, within(1e-3));
  }

  @Test
  void barrierHeightHardlyMattersForStableKicks() {
    StableKick kick = new StableKick(1.5, 0.03 * StrictMath.pow(0.02, 1 / 1.5), 0);
    Walk low = new Walk(x -> x - 0.02 * (x * x * x - x), kick, -2, 0);
    Walk high = new Walk(x -> x - 0.08 * (x * x * x - x), kick, -2, 0);
    assertThat(exit(low, -1, NEVER).mean() * 0.02).isCloseTo(471.08, within(0.1));
    assertThat(exit(high, -1, NEVER).mean() * 0.02).isCloseTo(478.35, within(0.1));
  }

  @Test
  void laplaceWalkHasAClosedForm() {
    // The overshoot is exponential with mean b: 2 b^2 E N = E S_N^2 = L^2 + 2 L b + 2 b^2.
    for (double b : new double[] {0.01, 0.1, 1}) {
      WalkExit exit = exit(new Walk(x -> x, new LaplaceKick(b), -1, 1), 0, NEVER);
      assertThat(exit.mean() / ((1 + 2 * b + 2 * b * b) / (2 * b * b))).isCloseTo(1, within(1e-11));
    }
  }

  @Test
  void agreesWithPlainNystroemOnEqualPanels() {
    for (KickLaw kick :
        new KickLaw[] {
          new GaussianKick(0.2), new StudentTKick(3, 0.1), new StableKick(1.5, 0.0214, 0)
        }) {
      Walk walk = new Walk(x -> 0.9 * x, kick, -1, 1.5);
      assertThat(exit(walk, 0.3, NEVER).mean() / Plain.of(walk, 0.3, 25).mean())
          .isCloseTo(1, within(2e-9));
    }
  }

  @Test
  void kicksThatGrowOutwardsAgreeWithPlainNystroem() {
    DoubleFunction<KickLaw> growing = x -> new GaussianKick(0.15 * Math.sqrt(1 + 2 * x * x));
    Walk walk = new Walk(x -> x - 0.15 * (x * x * x - x), growing, -1.9, 1.2);
    assertThat(exit(walk, -1, NEVER).mean() / Plain.of(walk, -1, 25).mean())
        .isCloseTo(1, within(2e-9));
  }

  @Test
  void uniformWalkHasAClosedForm() {
    // On (-1, 1) with kicks uniform on (-w, w), w = 3/2, u is constant where |x| < 1/2 and
    // a (cos t - sin t), t = x/(2w) - 1/4, beyond: differentiate u = 1 + Int u / (2w) twice.
    double t = 1.0 / 12;
    double a = 1 / (2 * StrictMath.cos(t) / 3 - 10 * StrictMath.sin(t) / 3);
    Walk walk = new Walk(x -> x, new UniformKick(1.5), -1, 1);
    assertThat(exit(walk, 0.1, NEVER).mean())
        .isCloseTo(a * (StrictMath.cos(t) + StrictMath.sin(t)), within(1e-11));
    double there = 0.8 / 3 - 0.25;
    assertThat(exit(walk, 0.8, NEVER).mean())
        .isCloseTo(a * (StrictMath.cos(there) - StrictMath.sin(there)), within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "50", "70", "500", "3000"})
  void whatTheHorizonCutsOff(int horizon) {
    Walk walk = new Walk(x -> 0.95 * x, new GaussianKick(0.12), -1, 1);
    WalkExit exit = exit(walk, 0.2, horizon);
    double[] plain = Plain.of(walk, 0.2, 6).until(horizon);
    assertThat(exit.restrictedMean()).isCloseTo(plain[0], within(1e-9 * plain[0]));
    assertThat(exit.shareInTime()).isCloseTo(plain[1], within(1e-10));
  }

  @Test
  void twoWellsAreTwoSlowModes() {
    Walk walk = new Walk(x -> x - 0.1 * (x * x * x - x), new GaussianKick(0.13), -2, 1.9);
    WalkExit exit = exit(walk, -1, 5000);
    double[] plain = Plain.of(walk, -1, 9).until(5000);
    assertThat(exit.restrictedMean()).isCloseTo(plain[0], within(1e-7 * plain[0]));
    assertThat(exit.shareInTime()).isCloseTo(plain[1], within(1e-8));
  }

  // x <- 0.9 x + eps 0.1^(2/3) S out of (-1, 1): independent Nystroem values, and a conditional
  // Monte Carlo of 993878 +- 4; both with the density that costs them up to 2e-5.
  @ParameterizedTest
  @CsvSource({"0.1, 758.681", "0.03, 4790.394", "0.00086, 993878"})
  void fromTheQuasiStationaryLaw(double eps, double mean) {
    StableKick kick = new StableKick(1.5, eps * StrictMath.pow(0.1, 1 / 1.5), 0);
    Walk walk = new Walk(x -> 0.9 * x, kick, -1, 1);
    assertThat(NystromExit.quasiStationary(walk, new NystromExit.Stretch(-1, 1)).orElseThrow())
        .isCloseTo(mean, within(2e-5 * mean));
  }

  @Test
  void noValueWhereTheWalkLivesBeyondTheStretch() {
    Walk walk = doubleWell(0.2, 0.2, 1);
    assertThat(NystromExit.of(walk, new NystromExit.Stretch(-1.5, 1), -1, NEVER)).isEmpty();
  }

  @Test
  void endsOutOfOrderAreRefused() {
    assertThatThrownBy(() -> new Walk(x -> x, new GaussianKick(1), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("low must be below high, got 1.0 and 0.0");
  }
}
