package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.CoupledDoubleWell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dynamics that must make the same path with the same random numbers. */
@Tag("digits")
class IdentitiesTest {
  private static final int STEPS = 200;
  private static final Objective WELL = new CoupledDoubleWell(0.25, 1, 2);
  private static final Noise NOISE = new Gaussian(0.7);
  private static final Schedule ETA = new Constant(0.08);
  private static final Schedule BETA = new Constant(0.8);
  private static final Schedule ZERO = new Constant(0);
  private static final Schedule STAGES = new Piecewise(Vector.of(0.08, 0.02), Vector.of(0, 50));

  private static double[][] path(Dynamics dynamics) {
    return Paths.of(dynamics, WELL, NOISE, Vector.of(-1, -1), STEPS, 3);
  }

  private static void assertSame(Dynamics one, Dynamics other, double tolerance) {
    double[][] a = path(one);
    double[][] b = path(other);
    for (int step = 0; step <= STEPS; step++) {
      assertThat(a[step][0]).isCloseTo(b[step][0], within(tolerance));
      assertThat(a[step][1]).isCloseTo(b[step][1], within(tolerance));
    }
  }

  @Test
  void withoutMomentumAllAreSgdToTheLastBit() {
    for (Schedule eta : new Schedule[] {ETA, STAGES}) {
      Dynamics sgd = new Sgd(eta);
      assertSame(new HeavyBall(eta, ZERO), sgd, 0);
      assertSame(new PytorchMomentum(eta, ZERO), sgd, 0);
      assertSame(new NormalisedHeavyBall(eta, ZERO), sgd, 0);
      assertSame(new Nesterov(eta, ZERO), sgd, 0);
      assertSame(new QuasiHyperbolic(eta, BETA, 0), sgd, 0);
    }
  }

  @Test
  void withoutDelayItIsHeavyBallToTheLastBit() {
    assertSame(new DelayedHeavyBall(ETA, BETA, 0), new HeavyBall(ETA, BETA), 0);
    assertSame(new DelayedHeavyBall(STAGES, BETA, 0), new HeavyBall(STAGES, BETA), 0);
  }

  @Test
  void averagedGradientsAreHeavyBallWithASmallerStep() {
    Schedule smaller = new Constant(0.08 * (1 - 0.8));
    assertSame(new NormalisedHeavyBall(ETA, BETA), new HeavyBall(smaller, BETA), 1e-12);
  }

  @Test
  void pytorchsMomentumIsHeavyBallWhileTheStepSizeStays() {
    assertSame(new PytorchMomentum(ETA, BETA), new HeavyBall(ETA, BETA), 1e-12);
    double[][] pytorch = path(new PytorchMomentum(STAGES, BETA));
    double[][] heavyBall = path(new HeavyBall(STAGES, BETA));
    assertThat(pytorch[50][0]).isCloseTo(heavyBall[50][0], within(1e-12));
    assertThat(Math.abs(pytorch[51][0] - heavyBall[51][0])).isGreaterThan(1e-3);
  }

  @Test
  void quasiHyperbolicOfWeightOneIsAveragedGradients() {
    assertSame(new QuasiHyperbolic(ETA, BETA, 1), new NormalisedHeavyBall(ETA, BETA), 0);
  }

  @Test
  void schedulesOfOneValueAreThatConstant() {
    Schedule eta = new Piecewise(Vector.of(0.08, 0.08), Vector.of(0, 5));
    Schedule beta = new Piecewise(Vector.of(0.8, 0.8), Vector.of(0, 9));
    assertSame(new HeavyBall(eta, beta), new HeavyBall(ETA, BETA), 0);
    assertSame(new Nesterov(eta, beta), new Nesterov(ETA, BETA), 0);
    assertSame(new EulerMaruyama(eta), new EulerMaruyama(ETA), 0);
    assertSame(new LangevinEuler(eta, 1, 0.5), new LangevinEuler(ETA, 1, 0.5), 0);
  }

  /**
   * On the line: x' = x - eta (f' + s xi) is x' = x - h f' + sqrt(h) sigma xi, sigma = sqrt(h) s.
   */
  @Test
  void eulerMaruyamaIsSgdWithItsOwnNoiseScale() {
    double[][] sgd = path(new Sgd(ETA));
    double[][] diffusion =
        Paths.of(
            new EulerMaruyama(ETA),
            WELL,
            new Gaussian(0.7 * Math.sqrt(0.08)),
            Vector.of(-1, -1),
            1 + 1,
            3);
    double kick = sgd[1][0] + 1;
    assertThat(diffusion[1][0] + 1).isCloseTo(-kick, within(1e-15));
  }
}
