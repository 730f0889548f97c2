package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.Ball;
import org.escapement.domain.Box;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.LangevinBaoab;
import org.escapement.dynamics.LangevinEuler;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Laplace;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.StateDependent;
import org.escapement.noise.StudentT;
import org.escapement.noise.SumOfNoises;
import org.escapement.objective.CoupledDoubleWell;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Prediction;
import org.escapement.theory.kick.StableJumps;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class PredictionEntriesTest {
  private static final long NEVER = 1L << 40;
  private static final Objective WELL = new DoubleWell(0.25, 1);
  private static final Domain TO_THE_TOP = new HalfSpace(Vector.of(-2), 0);
  private static final Domain ACROSS = new HalfSpace(Vector.of(-1), -1);
  private static final Noise NORMAL = new Gaussian(1);

  private static Schedule c(double value) {
    return new Constant(value);
  }

  private static Experiment well(Noise noise, Dynamics dynamics, Domain domain) {
    return new Experiment(
        WELL, noise, dynamics, Vector.of(-1), domain, NEVER, Double.POSITIVE_INFINITY);
  }

  private static Experiment from0(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain) {
    return new Experiment(
        objective,
        noise,
        dynamics,
        Vector.zero(objective.dimension()),
        domain,
        NEVER,
        Double.POSITIVE_INFINITY);
  }

  private static Map<String, Double> of(String name, Experiment experiment) {
    assertThat(experiment.problems()).isEmpty();
    Map<String, Double> result = new TreeMap<>();
    for (Prediction prediction : PredictionEntries.all()) {
      if (prediction.name().equals(name)) {
        prediction.of(experiment).forEach(p -> result.put(p.quantity(), p.value()));
      }
    }
    return result;
  }

  @Test
  void theCatalogue() {
    assertThat(PredictionEntries.all())
        .extracting(Prediction::name)
        .containsExactly(
            "exact-walk",
            "exact-quasi-stationary",
            "exact-momentum",
            "exact-moments",
            "exact-characteristic",
            "exact-running-gradient",
            "modified-equation-1",
            "modified-equation-2",
            "hessian-aware-equation",
            "overdamped-equation",
            "exact-noise-level",
            "stationary-noise-level",
            "noise-level-bound-2024",
            "noise-level-bound-2025",
            "exact-one-step-smoothing",
            "published-one-step-smoothing",
            "exact-descent",
            "exact-regression-moments",
            "exact-full-batch-loss",
            "exact-spectral-loss",
            "exact-spectral-stability",
            "exact-batch-moments",
            "exact-whole-batch",
            "exact-noise-index",
            "saddle-passage",
            "saddle-drift",
            "overdamped-diffusion",
            "stepped-diffusion",
            "second-order-diffusion",
            "hessian-aware-exit",
            "quasi-potential",
            "eyring-kramers",
            "kramers-with-friction",
            "ornstein-uhlenbeck",
            "driftless",
            "linear-saddle",
            "scheduled-passage",
            "momentum-factor",
            "momentum-ceiling",
            "stable-small-noise",
            "stable-momentum",
            "noiseless",
            "pca-escape-leading",
            "pca-escape",
            "limit-ode",
            "limit-diffusion",
            "pca-optimum",
            "pca-settling",
            "largest-delay",
            "kesten-tail",
            "regression-moments",
            "spectral-loss",
            "mean-field-loss",
            "gaussian-loss",
            "power-law-loss",
            "mean-field-stability",
            "nguyen-step-size",
            "exact-histogram",
            "exact-inside",
            "exact-finite-sample",
            "discrete-fokker-planck",
            "langevin-histogram",
            "smoothing-threshold",
            "smoothed-minima");
    assertThat(PredictionEntries.all())
        .allSatisfy(
            p -> {
              assertThat(p.summary()).isNotBlank();
              assertThat(p.source()).isNotBlank();
              assertThat(p.validity()).isNotBlank();
              assertThat(p.kind() == Kind.EXACT).isEqualTo(p.name().startsWith("exact"));
            });
  }

  @Test
  void exactWalkOfTheMainJob() {
    Map<String, Double> top =
        of("exact-walk", well(NORMAL, new HeavyBall(c(0.1), c(0)), TO_THE_TOP));
    assertThat(top.keySet()).containsExactly("mean_step", "mean_time");
    assertThat(top.get("mean_time")).isCloseTo(0.1 * top.get("mean_step"), within(1e-9));
    Map<String, Double> across = of("exact-walk", well(NORMAL, new Sgd(c(0.1)), ACROSS));
    assertThat(across.get("mean_time")).isCloseTo(705.528, within(5e-4));
  }

  @Test
  void momentumZeroIsSgdInEveryForm() {
    double sgd = of("exact-walk", well(NORMAL, new Sgd(c(0.15)), TO_THE_TOP)).get("mean_step");
    for (Dynamics same :
        new Dynamics[] {
          new HeavyBall(c(0.15), c(0)),
          new PytorchMomentum(c(0.15), c(0)),
          new NormalisedHeavyBall(c(0.15), c(0)),
          new Nesterov(c(0.15), c(0)),
          new QuasiHyperbolic(c(0.15), c(0), 0.7),
          new QuasiHyperbolic(c(0.15), c(0.9), 0)
        }) {
      assertThat(of("exact-walk", well(NORMAL, same, TO_THE_TOP)).get("mean_step")).isEqualTo(sgd);
    }
  }

  @Test
  void eulerMaruyamaScalesEachPartByItsIndex() {
    Noise both = new SumOfNoises(List.of(new Gaussian(0.1), new Stable(1.5, 0.1)));
    Experiment e =
        from0(new IsotropicQuadratic(1, 1), both, new EulerMaruyama(c(0.02)), new Interval(-1, 1));
    // Independent Nystroem value, 5 digits.
    assertThat(of("exact-walk", e).get("mean_time")).isCloseTo(74.453, within(2e-3));
    assertThat(of("stable-small-noise", e).get("mean_time")).isCloseTo(79.267, within(1e-3));
  }

  @Test
  void sidesHaveTheNamesOfTheDomain() {
    Noise stable = new Stable(1.5, 0.1);
    Dynamics euler = new EulerMaruyama(c(0.1));
    Objective f = new Quadratic(Vector.of(1));
    Map<String, Double> interval = of("exact-walk", from0(f, stable, euler, new Interval(-1, 2)));
    assertThat(interval.get("side.lower")).isCloseTo(0.74284, within(6e-6));
    assertThat(interval.get("side.lower") + interval.get("side.upper")).isCloseTo(1, within(1e-10));
    Map<String, Double> box =
        of("exact-walk", from0(f, stable, euler, new Box(Vector.of(-1), Vector.of(2))));
    assertThat(box.keySet())
        .containsExactly("mean_step", "mean_time", "side.x1-lower", "side.x1-upper");
    assertThat(box.get("mean_step")).isEqualTo(interval.get("mean_step"));
    Map<String, Double> ball =
        of("exact-walk", from0(f, stable, euler, new Ball(Vector.of(0.5), 1.5)));
    assertThat(ball.keySet()).containsExactly("mean_step", "mean_time");
    assertThat(ball.get("mean_step")).isEqualTo(interval.get("mean_step"));
    Map<String, Double> limit =
        of("stable-small-noise", from0(f, stable, euler, new Interval(-1, 2)));
    assertThat(limit.get("side.lower")).isCloseTo(0.73880, within(5e-6));
    assertThat(limit.get("mean_step")).isCloseTo(1171.24, within(6e-3));
  }

  @Test
  void aShortHorizonLeavesOnlyWhatIsSeen() {
    Experiment e = well(NORMAL, new Sgd(c(0.1)), new Interval(-3, 0));
    Experiment shortly =
        new Experiment(WELL, NORMAL, e.dynamics(), e.position(), e.domain(), 1000, 1e9);
    Map<String, Double> seen = of("exact-walk", shortly);
    assertThat(seen.keySet())
        .containsExactly("exited_share", "restricted_mean", "side.lower", "side.upper");
    double mean = of("exact-walk", e).get("mean_step");
    // The law is exponential but for the relaxation time, some 20 of 4200 steps.
    assertThat(seen.get("exited_share")).isCloseTo(-StrictMath.expm1(-1000 / mean), within(4e-3));
    assertThat(seen.get("restricted_mean"))
        .isCloseTo(0.1 * mean * -StrictMath.expm1(-1000 / mean), within(0.5));
  }

  @Test
  void exactMomentumMeetsASimulation() {
    // 400000 paths of a C program of its own (xorshift128+, Box-Muller): 39.87572 +- 0.05719. The
    // number is fixed, so nothing fails by chance any more.
    Experiment e = well(NORMAL, new HeavyBall(c(0.2), c(0.5)), TO_THE_TOP);
    double steps = of("exact-momentum", e).get("mean_step");
    assertThat(steps).isCloseTo(39.87572, within(3 * 0.05719));
    Experiment average = well(NORMAL, new NormalisedHeavyBall(c(0.4), c(0.5)), TO_THE_TOP);
    assertThat(of("exact-momentum", average).get("mean_step") / steps).isCloseTo(1, within(1e-12));
    assertThat(of("exact-momentum", well(NORMAL, new Nesterov(c(0.2), c(0.5)), TO_THE_TOP)))
        .isEmpty();
    assertThat(of("exact-momentum", well(NORMAL, new Sgd(c(0.2)), TO_THE_TOP))).isEmpty();
  }

  @Test
  void exactWalkClaimsNothingElse() {
    Dynamics sgd = new Sgd(c(0.1));
    assertThat(of("exact-walk", well(NORMAL, new HeavyBall(c(0.1), c(0.5)), TO_THE_TOP))).isEmpty();
    assertThat(of("exact-walk", well(NORMAL, new Sgd(new Exponential(0.1, 1e3)), TO_THE_TOP)))
        .isEmpty();
    assertThat(of("exact-walk", well(new Rademacher(1), sgd, new Interval(-2, 1)))).isEmpty();
    assertThat(of("exact-walk", well(new StateDependent(0, 1), sgd, ACROSS))).isEmpty();
    assertThat(of("exact-walk", well(new Stable(1.5, 0.3), sgd, TO_THE_TOP))).isEmpty();
    assertThat(of("exact-walk", well(new StudentT(3, 0.3), sgd, TO_THE_TOP))).isEmpty();
    assertThat(of("exact-walk", well(new Stable(0.4, 0.3), sgd, new Interval(-2, 0)))).isEmpty();
    assertThat(of("exact-walk", well(NORMAL, sgd, new WholeSpace()))).isEmpty();
    Objective saddle = new Quadratic(Vector.of(-1));
    assertThat(of("exact-walk", from0(saddle, NORMAL, sgd, new HalfSpace(Vector.of(1), -1))))
        .isEmpty();
    Objective plane = new IsotropicQuadratic(1, 2);
    assertThat(of("exact-walk", from0(plane, NORMAL, sgd, new Ball(Vector.zero(2), 1)))).isEmpty();
  }

  @Test
  void exactWalkIsSilentWhenJumpsCountAsDivergence() {
    Experiment e = well(new Stable(1.2, 0.3), new Sgd(c(0.1)), new Interval(-2, 0));
    assertThat(of("exact-walk", e)).isNotEmpty();
    Experiment watched =
        new Experiment(WELL, e.noise(), e.dynamics(), e.position(), e.domain(), NEVER, 1e4);
    assertThat(of("exact-walk", watched)).isEmpty();
  }

  @Test
  void laplaceAndStudentInABoundedDomain() {
    Dynamics sgd = new Sgd(c(0.1));
    assertThat(of("exact-walk", well(new Laplace(1), sgd, ACROSS))).isNotEmpty();
    assertThat(of("exact-walk", well(new StudentT(3, 0.5), sgd, new Interval(-2, 1)))).isNotEmpty();
  }

  @Test
  void overdampedDiffusionIsTheLimitOfTheWalk() {
    double limit = 0;
    double before = Double.POSITIVE_INFINITY;
    for (double eta : new double[] {0.2, 0.1, 0.05}) {
      Noise noise = new Gaussian(Math.sqrt(2 * 0.1 / eta));
      Experiment e = well(noise, new Sgd(c(eta)), ACROSS);
      limit = of("overdamped-diffusion", e).get("mean_time");
      double gap = Math.abs(of("exact-walk", e).get("mean_time") / limit - 1);
      assertThat(gap).isLessThan(0.5 * before);
      before = gap;
    }
    assertThat(limit).isCloseTo(66.26863, within(1e-5));
  }

  @Test
  void overdampedDiffusionWithMomentum() {
    // Effective step 0.02 at T = 0.0625: 277.05458 / 0.02 steps.
    Experiment e = well(new Gaussian(2.5), new HeavyBall(c(0.01), c(0.5)), ACROSS);
    assertThat(of("overdamped-diffusion", e).get("mean_step")).isCloseTo(13852.729, within(1e-3));
    assertThat(of("overdamped-diffusion", e).get("mean_time")).isCloseTo(138.52729, within(1e-5));
    Experiment average = well(new Gaussian(2.5), new NormalisedHeavyBall(c(0.02), c(0.5)), ACROSS);
    assertThat(of("overdamped-diffusion", average).get("mean_step"))
        .isCloseTo(13852.729, within(1e-3));
    Experiment inert = well(new Gaussian(2.5), new HeavyBall(c(0.05), c(0.9)), ACROSS);
    assertThat(of("overdamped-diffusion", inert)).isEmpty();
    assertThat(of("overdamped-diffusion", well(new Laplace(1), new Sgd(c(0.1)), ACROSS))).isEmpty();
  }

  @Test
  void eyringKramersCountsHalfToTheTop() {
    Dynamics sgd = new Sgd(c(0.05));
    double across = of("eyring-kramers", well(NORMAL, sgd, ACROSS)).get("mean_time");
    double top = of("eyring-kramers", well(NORMAL, sgd, TO_THE_TOP)).get("mean_time");
    // 4.442883 exp(1/(4 T)), T = 0.025.
    assertThat(across / (4.442883 * StrictMath.exp(10))).isCloseTo(1, within(1e-6));
    assertThat(top / across).isCloseTo(0.5, within(1e-12));
    Domain uphill = new HalfSpace(Vector.of(-1), 0.5);
    assertThat(of("eyring-kramers", well(NORMAL, sgd, uphill))).isEmpty();
    Domain nearTheTop = new HalfSpace(Vector.of(-1), -0.05);
    assertThat(of("eyring-kramers", well(NORMAL, sgd, nearTheTop))).isEmpty();
    assertThat(of("eyring-kramers", well(new Gaussian(3), new Sgd(c(0.2)), ACROSS))).isEmpty();
  }

  @Test
  void aTimeBeyondAllDoublesIsNoPrediction() {
    Dynamics sgd = new Sgd(c(1e-5));
    assertThat(of("eyring-kramers", well(NORMAL, sgd, ACROSS))).isEmpty();
    assertThat(of("eyring-kramers", well(NORMAL, new Sgd(c(1e-3)), ACROSS))).isNotEmpty();
  }

  /** What jumps beyond the bound has diverged and not exited. */
  @Test
  void exactMomentumNeedsRoomBeforeDivergence() {
    Experiment e = well(NORMAL, new HeavyBall(c(0.2), c(0.5)), TO_THE_TOP);
    assertThat(of("exact-momentum", divergedBeyond(1.5, e))).isEmpty();
    assertThat(of("exact-momentum", divergedBeyond(100, e))).isEqualTo(of("exact-momentum", e));
  }

  private static Experiment divergedBeyond(double bound, Experiment e) {
    return new Experiment(
        e.objective(), e.noise(), e.dynamics(), e.position(), e.domain(), e.horizon(), bound);
  }

  @Test
  void eyringKramersInThePlane() {
    Noise noise = new Gaussian(Math.sqrt(2 * 0.0625));
    Objective f = new CoupledDoubleWell(0.25, 1, 1);
    Experiment e =
        new Experiment(
            f,
            noise,
            new EulerMaruyama(c(0.01)),
            Vector.of(-1, -1),
            new HalfSpace(Vector.of(-1, 0), -1),
            NEVER,
            1e9);
    assertThat(of("eyring-kramers", e).get("mean_time")).isCloseTo(392.5, within(0.05));
    Experiment other =
        new Experiment(
            f,
            noise,
            new EulerMaruyama(c(0.01)),
            Vector.of(1, 1),
            new HalfSpace(Vector.of(2, 0), -2),
            NEVER,
            1e9);
    assertThat(of("eyring-kramers", other)).isEqualTo(of("eyring-kramers", e));
  }

  @Test
  void kramersWithFriction() {
    Experiment langevin = well(new NoNoise(), new LangevinBaoab(c(0.05), 1, 0.0625), ACROSS);
    assertThat(of("kramers-with-friction", langevin).get("mean_time"))
        .isCloseTo(392.9, within(0.06));
    Experiment euler = well(new NoNoise(), new LangevinEuler(c(0.05), 1, 0.0625), ACROSS);
    assertThat(of("kramers-with-friction", euler)).isEqualTo(of("kramers-with-friction", langevin));
    // Simulated 4272 +- 68 steps; Kramers' formula is 8 to 14 % low at this barrier.
    Experiment ball = well(new Gaussian(1.118), new HeavyBall(c(0.01), c(0.9)), ACROSS);
    assertThat(of("kramers-with-friction", ball).get("mean_step")).isCloseTo(3925, within(10.0));
    assertThat(of("kramers-with-friction", well(NORMAL, new Sgd(c(0.01)), ACROSS))).isEmpty();
    assertThat(
            of("kramers-with-friction", well(NORMAL, new HeavyBall(c(0.01), c(0.9)), TO_THE_TOP)))
        .isEmpty();
  }

  @Test
  void linearWellAndSaddle() {
    Objective f = new IsotropicQuadratic(1, 1);
    Experiment stable = from0(f, NORMAL, new Sgd(c(0.1)), new Interval(-0.5, 0.5));
    assertThat(of("ornstein-uhlenbeck", stable).get("mean_time"))
        .isCloseTo(10.412350, within(5e-6));
    assertThat(of("exact-walk", stable).get("mean_time")).isCloseTo(10.713731, within(5e-7));
    Objective top = new Quadratic(Vector.of(-1));
    Experiment saddle =
        from0(top, new Gaussian(0.1), new HeavyBall(c(0.01), c(0.9)), new Interval(-1, 1));
    assertThat(of("linear-saddle", saddle).get("mean_step")).isCloseTo(79.60, within(6e-3));
    Experiment walk = from0(top, new Gaussian(0.1), new Sgd(c(0.01)), new Ball(Vector.of(0), 1));
    assertThat(of("linear-saddle", walk).get("mean_step")).isCloseTo(562.23, within(6e-3));
    assertThat(of("linear-saddle", walk).get("logarithm")).isCloseTo(0.5, within(1e-15));
    assertThat(of("linear-saddle", saddle).get("logarithm")).isCloseTo(0.05, within(1e-15));
    Experiment louder = from0(top, new Gaussian(0.5), new Sgd(c(0.01)), new Interval(-1, 1));
    assertThat(of("exact-walk", louder).get("mean_step"))
        .isCloseTo(of("linear-saddle", louder).get("mean_step"), within(0.1));
    // The kick is far shorter than the drift at the end: a staircase, and no value.
    assertThat(of("exact-walk", walk)).isEmpty();
    assertThat(of("linear-saddle", stable)).isEmpty();
    assertThat(of("ornstein-uhlenbeck", walk)).isEmpty();
  }

  @Test
  void driftless() {
    Objective flat = new IsotropicQuadratic(0, 1);
    Dynamics euler = new EulerMaruyama(c(0.01));
    Experiment brownian = from0(flat, NORMAL, euler, new Interval(-1, 1));
    assertThat(of("driftless", brownian).get("mean_time")).isCloseTo(1.1224136, within(6e-8));
    assertThat(of("exact-walk", brownian).get("mean_time"))
        .isCloseTo(of("driftless", brownian).get("mean_time"), within(1e-9));
    Experiment stable = from0(flat, new Stable(1.5, 1), euler, new Interval(-1, 1));
    assertThat(of("driftless", stable).get("mean_time")).isCloseTo(0.796141, within(6e-7));
    Objective ten = new Quadratic(Vector.zero(10));
    Domain ball = new Ball(Vector.zero(10), 1);
    Experiment axes = from0(ten, new Stable(1.5, 1), euler, ball);
    assertThat(of("driftless", axes).get("mean_time")).isCloseTo(0.075225, within(6e-7));
    Experiment sphere = from0(ten, new IsotropicStable(1.5, 1), euler, ball);
    assertThat(of("driftless", sphere).get("mean_time")).isGreaterThan(0.117187);
    assertThat(of("driftless", from0(ten, new StudentT(2, 1), euler, ball))).isEmpty();
    assertThat(of("driftless", well(NORMAL, new Sgd(c(0.1)), new Interval(-2, 0)))).isEmpty();
  }

  @Test
  void smallStableNoise() {
    Dynamics sgd = new Sgd(c(0.1));
    Objective ten = new IsotropicQuadratic(1, 10);
    double scale = StrictMath.pow(1 / (4000 * StableJumps.independent(1.5, 10)), 1 / 1.5) / 0.1;
    Experiment ball = from0(ten, new Stable(1.5, scale), sgd, new Ball(Vector.zero(10), 1));
    assertThat(of("stable-small-noise", ball).get("mean_step")).isCloseTo(4000, within(1e-6));
    assertThat(of("stable-small-noise", well(new Stable(1.5, 0.1), sgd, new Interval(-2, 1))))
        .isEmpty();
    assertThat(of("stable-small-noise", well(NORMAL, sgd, new Interval(-2, 0)))).isEmpty();
    Experiment swinging =
        from0(
            new IsotropicQuadratic(1, 1),
            new Stable(1.5, 0.0021719 / 0.05),
            new HeavyBall(c(0.05), c(0.9)),
            new Interval(-1, 1));
    assertThat(of("stable-momentum", swinging).get("mean_step")).isCloseTo(4000, within(0.2));
    assertThat(of("stable-small-noise", swinging)).isEmpty();
  }
}
