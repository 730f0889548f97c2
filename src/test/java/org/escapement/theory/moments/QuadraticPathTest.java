package org.escapement.theory.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.HeldPolynomial;
import org.escapement.dynamics.HessianAware;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Frame;
import org.escapement.model.Dynamics;
import org.escapement.model.Matrix;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Laplace;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.StateDependent;
import org.escapement.noise.StudentT;
import org.escapement.noise.Uniform;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.LinearDynamics;
import org.escapement.theory.linear.LinearStep;
import org.escapement.theory.linear.ModeLaw;
import org.escapement.theory.linear.NormalMode;
import org.escapement.theory.linear.PolynomialMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadraticPathTest {
  private static final Noise NORMAL = new Gaussian(1);
  private static final Objective BOWL = new Quadratic(Vector.of(1));

  private static Schedule c(double value) {
    return new Constant(value);
  }

  private static Experiment on(Objective f, Noise noise, Dynamics dynamics, double... start) {
    return new Experiment(
        f, noise, dynamics, Vector.of(start), new WholeSpace(), 1L << 40, Double.POSITIVE_INFINITY);
  }

  private static QuadraticMoments at(long step, Experiment experiment) {
    return QuadraticPath.of(experiment, step).orElseThrow().at(step);
  }

  private static double second(long step, Experiment experiment) {
    return at(step, experiment).second(0, 0).mean();
  }

  // Var x = eta s^2 (1 + mu) / (a (1 - mu) (2 (1 + mu) - eta a)), EMA with eta (1 - beta), and
  // Nesterov eta s^2 (1 + mu q) / (a (1 - mu q) (1 + (1 + 2 mu) q)), q = 1 - eta a: the Lyapunov
  // equation solved by hand, confirmed by averages over 8e6 steps.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0, 0.0526316, 0.0526316, 0.0526316",
    "0.1, 0.5, 0.1034483, 0.0508475, 0.0941558",
    "0.1, 0.9, 0.5135135, 0.0501319, 0.2706340"
  })
  void stationaryVariance(double eta, double mu, double ball, double average, double nesterov) {
    long late = 10_000_000;
    assertThat(second(late, on(BOWL, NORMAL, new HeavyBall(c(eta), c(mu)), 5)))
        .isCloseTo(ball, within(6e-8));
    assertThat(second(late, on(BOWL, NORMAL, new PytorchMomentum(c(eta), c(mu)), 5)))
        .isCloseTo(ball, within(6e-8));
    assertThat(second(late, on(BOWL, NORMAL, new NormalisedHeavyBall(c(eta), c(mu)), 5)))
        .isCloseTo(average, within(6e-8));
    assertThat(second(late, on(BOWL, NORMAL, new QuasiHyperbolic(c(eta), c(mu), 1), 5)))
        .isCloseTo(average, within(6e-8));
    assertThat(second(late, on(BOWL, NORMAL, new Nesterov(c(eta), c(mu)), 5)))
        .isCloseTo(nesterov, within(6e-8));
  }

  @Test
  void largeStep() {
    Dynamics ball = new HeavyBall(c(1.5), c(0.5));
    assertThat(second(100_000, on(BOWL, NORMAL, ball, 0))).isCloseTo(3, within(1e-12));
    Dynamics average = new NormalisedHeavyBall(c(1.5), c(0.5));
    assertThat(second(100_000, on(BOWL, NORMAL, average, 0))).isCloseTo(1, within(1e-12));
  }

  // The recursion M <- A M A^T + diag(eta^2 s^2, 0) for (x_k, x_{k-1}), step by step.
  @ParameterizedTest
  @CsvSource({
    "20, 3.418101",
    "70, 0.080574",
    "80, 0.056029",
  })
  void annealing(long step, double expected) {
    Dynamics ball =
        new HeavyBall(
            new Piecewise(Vector.of(0.1, 0.01, 0.1), Vector.of(0, 20, 70)),
            new Piecewise(Vector.of(0.9, 0), Vector.of(0, 70)));
    assertThat(second(step, on(BOWL, NORMAL, ball, 5))).isCloseTo(expected, within(6e-7));
  }

  @Test
  void annealingOfStepOrMomentum() {
    Piecewise step = new Piecewise(Vector.of(0.1, 0.01), Vector.of(0, 100));
    Piecewise momentum = new Piecewise(Vector.of(0.9, 0), Vector.of(0, 100));
    QuadraticPath path =
        QuadraticPath.of(on(BOWL, NORMAL, new HeavyBall(step, c(0.9)), 5), 500).orElseThrow();
    assertThat(path.at(100).second(0, 0).mean()).isCloseTo(0.513848, within(6e-7));
    assertThat(path.at(500).second(0, 0).mean()).isCloseTo(0.0501319, within(6e-8));
    assertThat(second(500, on(BOWL, NORMAL, new HeavyBall(c(0.1), momentum), 5)))
        .isCloseTo(0.0526316, within(6e-8));
  }

  // E f = 1/2 sum lambda ((1 - eta lambda)^2N x0^2 + eta lambda (1 - (1 - eta lambda)^2N) / (2 -
  // eta
  // lambda)), noise of deviation lambda along each axis, T = 2.
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.392407426",
    "0.1, 0.372210965",
    "0.05, 0.363607203",
    "0.025, 0.359647933",
  })
  void lossOfSgd(double eta, double expected) {
    for (Dynamics dynamics :
        new Dynamics[] {new Sgd(c(eta)), new EulerMaruyama(c(eta)), new HessianAware(c(eta), 4)}) {
      double noise = dynamics instanceof EulerMaruyama ? Math.sqrt(eta) : 1;
      Experiment experiment =
          on(
              new Quadratic(Vector.of(1, 0.5, 0.25)),
              new DiagonalGaussian(Vector.of(noise, 0.5 * noise, 0.25 * noise)),
              dynamics,
              2,
              2,
              2);
      assertThat(at(Math.round(2 / eta), experiment).loss().mean())
          .isCloseTo(expected, within(6e-10));
    }
  }

  private static double lossOf(Dynamics dynamics, double lambda, long steps, double start) {
    Objective f = new Quadratic(Vector.of(lambda));
    return at(steps, on(f, new Gaussian(lambda), dynamics, start)).loss().mean();
  }

  // The same for heavy ball and Nesterov's gradient with step eta^2 and momentum 1 - mu eta, by an
  // independent recursion; lambda = (2, 1, 1/2), x0 = 1, mu = 1/2, T = 2.
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.41377091, 0.34314900",
    "0.025, 0.36553592, 0.33018605",
    "0.0125, 0.34161357, 0.32392106"
  })
  void lossWithMomentum(double eta, double ball, double nesterov) {
    double lossOfBall = 0;
    double lossOfNesterov = 0;
    for (double lambda : new double[] {2, 1, 0.5}) {
      long steps = Math.round(2 / eta);
      Schedule momentum = c(1 - 0.5 * eta);
      lossOfBall += lossOf(new HeavyBall(c(eta * eta), momentum), lambda, steps, 1);
      lossOfNesterov += lossOf(new Nesterov(c(eta * eta), momentum), lambda, steps, 1);
    }
    assertThat(lossOfBall).isCloseTo(ball, within(6e-9));
    assertThat(lossOfNesterov).isCloseTo(nesterov, within(6e-9));
  }

  @Test
  void flatAndUnstableModes() {
    // V = eta^2 s^2 t, and eta^2 s^2 (q^2t - 1) / (q^2 - 1) with q = 1 + eta kappa.
    Experiment saddle = on(new Quadratic(Vector.of(0, -1)), NORMAL, new Sgd(c(0.1)), 0, 0);
    QuadraticMoments law = at(100, saddle);
    assertThat(law.second(0, 0).mean()).isCloseTo(1, within(1e-13));
    double q = 1.21;
    double growth = 0.01 * (StrictMath.pow(q, 100) - 1) / (q - 1);
    assertThat(law.second(1, 1).mean() / growth).isCloseTo(1, within(1e-12));
    assertThat(law.loss().mean()).isCloseTo(-growth / 2, within(1e-3));
  }

  @Test
  void fullHessianIsTheSameInOtherCoordinates() {
    // Eigenvectors (3, 4)/5 and (-4, 3)/5 of curvature 2 and 1/2.
    double[][] u = {{0.6, -0.8}, {0.8, 0.6}};
    double[][] h = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        h[i][j] = 2 * u[i][0] * u[j][0] + 0.5 * u[i][1] * u[j][1];
      }
    }
    h[0][1] = h[1][0];
    Dynamics ball = new HeavyBall(c(0.1), c(0.7));
    QuadraticMoments turned =
        at(30, on(new FullQuadratic(Matrix.of(h)), NORMAL, ball, 0.6 - 1.6, 0.8 + 1.2));
    QuadraticMoments straight = at(30, on(new Quadratic(Vector.of(2, 0.5)), NORMAL, ball, 1, 2));
    same(turned.loss(), straight.loss());
    same(turned.norm(), straight.norm());
    double cross = 0;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        cross += u[0][a] * u[1][b] * straight.second(a, b).mean();
      }
    }
    assertThat(turned.second(0, 1).mean()).isCloseTo(cross, within(1e-13));
    assertThat(turned.second(0, 0).mean() + turned.second(1, 1).mean())
        .isCloseTo(straight.norm().mean(), within(1e-13));
  }

  private static void same(SampleLaw a, SampleLaw b) {
    assertThat(a.mean()).isCloseTo(b.mean(), within(1e-12));
    assertThat(a.variance()).isCloseTo(b.variance(), within(1e-12));
    assertThat(a.third()).isCloseTo(b.third(), within(1e-12));
  }

  @Test
  void isotropicInManyDimensions() {
    Experiment experiment =
        on(new IsotropicQuadratic(2, 65536), NORMAL, new Sgd(c(0.1)), new double[65536]);
    QuadraticMoments law = at(1_000_000, experiment);
    double v = 0.1 / (2 * (2 - 0.2));
    assertThat(law.loss().mean() / 65536).isCloseTo(v, within(1e-10));
    assertThat(law.loss().variance() / 65536).isCloseTo(2 * v * v, within(1e-10));
  }

  @Test
  void dampedSearchDirection() {
    // Identities: SHB(eta) = NSHB(eta / (1 - beta)), and quasi-hyperbolic weights 0 and 1.
    QuadraticMoments ball = at(17, on(BOWL, NORMAL, new HeavyBall(c(0.1), c(0.9)), 1.5));
    same(ball.loss(), at(17, on(BOWL, NORMAL, new NormalisedHeavyBall(c(1), c(0.9)), 1.5)).loss());
    QuadraticMoments sgd = at(17, on(BOWL, NORMAL, new Sgd(c(0.1)), 1.5));
    same(sgd.loss(), at(17, on(BOWL, NORMAL, new QuasiHyperbolic(c(0.1), c(0.9), 0), 1.5)).loss());
    QuadraticMoments average = at(17, on(BOWL, NORMAL, new NormalisedHeavyBall(c(1), c(0.9)), 2));
    same(average.loss(), at(17, on(BOWL, NORMAL, new QuasiHyperbolic(c(1), c(0.9), 1), 2)).loss());
  }

  // A normal kick as moments of any law, against the closed form of the normal law; momentum and a
  // start away from 0.
  @Test
  void highMomentsOfNormalKicks() {
    KickMoments kick = KickMoments.of(NORMAL, 1).orElseThrow().get(0);
    LinearStep step = LinearDynamics.of(new Nesterov(c(0.3), c(0.6))).orElseThrow().at(0, 0.7);
    ModeLaw normal = new NormalMode(new double[] {1.2, -0.4}, 1);
    ModeLaw any = new PolynomialMode(new double[] {1.2, -0.4}, kick);
    normal.advance(step, 13);
    any.advance(step, 13);
    same(any.state().value(0), normal.state().value(0));
    same(any.state().product(0, 0), normal.state().product(0, 0));
    same(any.state().value(1), normal.state().value(1));
    same(any.state().product(1, 1), normal.state().product(1, 1));
    same(any.state().product(0, 1), normal.state().product(0, 1));
    assertThat(any.state().covariance(0, 1))
        .isCloseTo(normal.state().covariance(0, 1), within(1e-13));
  }

  // One step from 0 is eta times the kick: E x^2 = eta^2 s^2, Var x^2 = eta^4 (E w^4 - s^4).
  @Test
  void momentsOfKicks() {
    double s = 2;
    oneStep(new Uniform(s), 16 * 4.0 / 5);
    oneStep(new Rademacher(s), 0);
    oneStep(new Laplace(s), 16 * 5);
    oneStep(new Stable(2, s / Math.sqrt(2)), 16 * 2);
    // E t^4 = 3 n^2 / ((n - 2)(n - 4)), n = 10: 6.25; E t^2 = 1.25.
    oneStep(new StudentT(10, s / Math.sqrt(1.25)), 16 * (6.25 / 1.5625 - 1));
  }

  private static void oneStep(Noise noise, double variance) {
    SampleLaw square = at(1, on(BOWL, noise, new Sgd(c(1)), 0)).second(0, 0);
    assertThat(square.mean()).isCloseTo(4, within(1e-13));
    if (variance > 0) {
      assertThat(square.variance()).isCloseTo(variance, within(1e-11));
    } else {
      assertThat(square.variance()).isNaN();
    }
  }

  // Stationary E x^2 = eta^2 s0^2 / (D - eta^2 s1^2) with D = (1 - mu) eta a (2 (1 + mu) - eta a) /
  // (1
  // + mu), noise of variance s0^2 + s1^2 x^2.
  @Test
  void noiseThatDependsOnThePosition() {
    Dynamics ball = new HeavyBall(c(0.1), c(0.5));
    assertThat(second(100_000, on(BOWL, new StateDependent(1, 1), ball, 0)))
        .isCloseTo(0.11538, within(5e-6));
    Dynamics descent = new HeavyBall(c(0.05), c(0));
    assertThat(second(100_000, on(BOWL, new StateDependent(1, 2), descent, 0)))
        .isCloseTo(0.02857, within(5e-6));
  }

  // E x^2 is multiplied by (1 - eta lambda)^2 + eta^2 in a step where the noise is x.
  @ParameterizedTest
  @CsvSource({"0.1, 0.9125", "0.01, 0.990125"})
  void randomCurvature(double eta, double factor) {
    Experiment experiment =
        on(new Quadratic(Vector.of(0.5)), new StateDependent(0, 1), new Sgd(c(eta)), 1);
    assertThat(second(20, experiment)).isCloseTo(StrictMath.pow(factor, 20), within(1e-13));
    // E x^4 by the moments of 1 - eta lambda + eta xi, by hand.
    double r = 1 - 0.5 * eta;
    double fourth = r * r * r * r + 6 * r * r * eta * eta + 3 * eta * eta * eta * eta;
    assertThat(at(20, experiment).second(0, 0).variance())
        .isCloseTo(StrictMath.pow(fourth, 20) - StrictMath.pow(factor, 40), within(1e-12));
  }

  // V_t = eta^2 C (1 - r^t) / (1 - r), r = (1 - eta lambda)^2 + eta^2 s_h^2: a flat mode, a
  // confined
  // one, and nearly flat ones with a curvature that fluctuates.
  @ParameterizedTest
  @CsvSource({
    "0.1, 0, 0, 1000, 10",
    "0.1, 1, 0, 1000, 0.05263",
    "0.1, 1, 0.5, 1000, 0.05333",
    "0.1, 0.01, 0, 1000, 4.3262",
    "0.05, 0, 0, 1000, 2.5",
    "0.1, 0.02, 0.7, 1000, 16.24"
  })
  void flatModes(double eta, double lambda, double spread, long steps, double expected) {
    Objective f = new Quadratic(Vector.of(lambda));
    assertThat(second(steps, on(f, new StateDependent(1, spread), new Sgd(c(eta)), 0)) / expected)
        .isCloseTo(1, within(3e-4));
  }

  // The fastest annealing of the step size on x^2/2 from x0 = 3, eta = 0.05, noise 1.
  @Test
  void optimalAnnealing() {
    double hold = StrictMath.log(2 * 9 / 0.05 - 1) / 2 / 0.05;
    assertThat(hold * 0.05).isCloseTo(2.94166, within(5e-6));
    Dynamics descent = new Sgd(new HeldPolynomial(0.05, hold, 20, 1));
    QuadraticPath path = QuadraticPath.of(on(BOWL, NORMAL, descent, 3), 1000).orElseThrow();
    assertThat(path.at(100).loss().mean()).isCloseTo(0.0080348, within(6e-8));
    assertThat(path.at(200).loss().mean()).isCloseTo(0.0030829, within(6e-8));
    assertThat(path.at(1000).loss().mean()).isCloseTo(0.00051966, within(6e-9));
  }

  @Test
  void noVariance() {
    assertThat(QuadraticPath.of(on(BOWL, new Stable(1.5, 1), new Sgd(c(1)), 0), 1)).isEmpty();
    assertThat(QuadraticPath.of(on(BOWL, new StudentT(2, 1), new Sgd(c(1)), 0), 1)).isEmpty();
    SampleLaw square = at(1, on(BOWL, new StudentT(3, 1), new Sgd(c(1)), 0)).second(0, 0);
    assertThat(square.mean()).isCloseTo(3, within(1e-13));
    assertThat(square.variance()).isInfinite();
  }

  // The iterates are AR(2), x'' = p x' + q x + eta w, with the variance V = (1 - q) eta^2 s^2 /
  // ((1 + q) ((1 - q)^2 - p^2)) and the correlation p/(1 - q) of neighbours; what is remembered is
  // c (x' - x). Heavy ball has p = 1 + beta - eta a, q = -beta, Nesterov (1 + beta)(1 - eta a),
  // -beta (1 - eta a), normalised momentum is heavy ball with eta (1 - beta).
  @ParameterizedTest
  @CsvSource({
    "0.05, 0",
    "0.05, 0.5",
    "0.05, 0.9",
    "0.8, -0.3",
    "0.8, 0.5",
    "0.8, 0.9",
    "0.3, 0.95"
  })
  void stationaryCovarianceOfPositionAndVelocity(double eta, double beta) {
    double a = 1.25;
    double damped = eta * (1 - beta);
    stationary(new HeavyBall(c(eta), c(beta)), eta, 1 + beta - eta * a, -beta, 1);
    stationary(new PytorchMomentum(c(eta), c(beta)), eta, 1 + beta - eta * a, -beta, -1 / eta);
    stationary(
        new NormalisedHeavyBall(c(eta), c(beta)), damped, 1 + beta - damped * a, -beta, -1 / eta);
    stationary(
        new Nesterov(c(eta), c(beta)), eta, (1 + beta) * (1 - eta * a), -beta * (1 - eta * a), 1);
  }

  private static void stationary(
      Dynamics dynamics, double eta, double p, double q, double remembered) {
    Objective f = new Quadratic(Vector.of(1.25));
    QuadraticMoments late = at(100_000, on(f, new Gaussian(0.7), dynamics, 3));
    double variance = (1 - q) * eta * eta * 0.49 / ((1 + q) * ((1 - q) * (1 - q) - p * p));
    double apart = variance * (1 - p / (1 - q));
    double close = 1e-11 * variance;
    assertThat(late.second(0, 0).mean()).isCloseTo(variance, within(close));
    assertThat(late.positionVelocity(0, 0).mean())
        .isCloseTo(remembered * apart, within(close * Math.abs(remembered)));
    assertThat(late.velocitySecond(0, 0).mean())
        .isCloseTo(2 * remembered * remembered * apart, within(close * remembered * remembered));
    assertThat(late.velocity(0).mean()).isCloseTo(0, within(1e-12));
  }

  // Two steps of quasi-hyperbolic momentum by hand from x = 2 with noise of variance 1: m_1 = (1 -
  // beta)(2a + w), x_1 = 2 - c (2a + w) with c = eta (1 - nu beta), and so on; eta 0.1, beta 0.8,
  // nu
  // 0.5, a = 1.
  @Test
  void transientOfQuasiHyperbolicMomentum() {
    Experiment e =
        on(new Quadratic(Vector.of(1)), NORMAL, new QuasiHyperbolic(c(0.1), c(0.8), 0.5), 2);
    double direct = 0.1 * (1 - 0.5 * 0.8);
    QuadraticMoments one = at(1, e);
    assertThat(one.velocity(0).mean()).isCloseTo(0.2 * 2, within(1e-15));
    assertThat(one.positionVelocity(0, 0).mean())
        .isCloseTo((2 - 2 * direct) * 0.4 - 0.2 * direct, within(1e-15));
    // x_2 = (1 - direct) x_1 - 0.1 * 0.5 * 0.8 m_1 - direct w_2, m_2 = 0.8 m_1 + 0.2 (x_1 + w_2).
    double cov = -0.2 * direct;
    double x1 = direct * direct;
    double m1 = 0.04;
    double expected =
        (1 - direct) * (0.8 * cov + 0.2 * x1) - 0.04 * (0.8 * m1 + 0.2 * cov) - 0.2 * direct;
    QuadraticMoments two = at(2, e);
    double means = two.mean(0).mean() * two.velocity(0).mean();
    assertThat(two.positionVelocity(0, 0).mean() - means).isCloseTo(expected, within(1e-15));
  }

  @Test
  void eigenbasisOfAFullQuadraticAreItsModes() {
    Objective full = new FullQuadratic(Matrix.of(new double[] {2, 1}, new double[] {1, 2}));
    HeavyBall ball = new HeavyBall(c(0.1), c(0.9));
    Frame eigenbasis = new Frame("eigenbasis", "solution");
    MomentLaw seen = at(7, on(full, NORMAL, ball, 1, 0.25)).in(eigenbasis);
    double half = Math.sqrt(0.5);
    QuadraticMoments straight =
        at(7, on(new Quadratic(Vector.of(3, 1)), NORMAL, ball, 1.25 * half, 0.75 * half));
    same(seen.second(0, 0), straight.second(0, 0));
    same(seen.second(1, 1), straight.second(1, 1));
    same(seen.positionVelocity(0, 0), straight.positionVelocity(0, 0));
    assertThat(Math.abs(seen.positionVelocity(0, 1).mean()))
        .isCloseTo(Math.abs(straight.positionVelocity(0, 1).mean()), within(1e-14));
    MomentLaw turned =
        at(7, on(new Quadratic(Vector.of(1, 3)), NORMAL, ball, 0.75 * half, 1.25 * half))
            .in(eigenbasis);
    same(turned.second(0, 0), straight.second(0, 0));
  }
}
