package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Cosine;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.ExactlyGraduated;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.GeometricStages;
import org.escapement.dynamics.Graduated;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.HeavyBallEquation1;
import org.escapement.dynamics.HeavyBallEquation2;
import org.escapement.dynamics.HeldPolynomial;
import org.escapement.dynamics.HessianAware;
import org.escapement.dynamics.LangevinBaoab;
import org.escapement.dynamics.LangevinEuler;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NesterovEquation2;
import org.escapement.dynamics.NoiseLevelMomentum;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Periodic;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.PolynomialStages;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.dynamics.SgdEquation1;
import org.escapement.dynamics.SgdEquation2;

/** The dynamics of the catalogue, and the schedules of their parameters. */
final class DynamicsEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry("dynamics", "sgd", Sgd.class, "x <- x - eta g, g the gradient plus noise"),
          entry("dynamics", "heavy-ball", HeavyBall.class, "v <- beta v - eta g, x <- x + v"),
          entry(
              "dynamics",
              "delayed-heavy-ball",
              DelayedHeavyBall.class,
              "heavy ball with gradients of where it was some steps ago"),
          entry(
              "dynamics",
              "pytorch-momentum",
              PytorchMomentum.class,
              "m <- beta m + g, x <- x - eta m"),
          entry(
              "dynamics",
              "normalised-heavy-ball",
              NormalisedHeavyBall.class,
              "m <- beta m + (1 - beta) g, x <- x - eta m"),
          entry("dynamics", "nesterov", Nesterov.class, "Nesterov's accelerated gradient"),
          entry(
              "dynamics",
              "qhm",
              QuasiHyperbolic.class,
              "quasi-hyperbolic momentum: a weighted mean of SGD and momentum"),
          entry(
              "dynamics",
              "graduated",
              Graduated.class,
              "an optimiser on the objective smoothed less and less: graduated optimisation"),
          entry(
              "dynamics",
              "exactly-graduated",
              ExactlyGraduated.class,
              "the same with the smoothed gradient in closed form"),
          entry(
              "dynamics",
              "euler-maruyama",
              EulerMaruyama.class,
              "overdamped diffusion dX = -f'(X) dt + dL, by Euler and Maruyama"),
          entry(
              "dynamics",
              "langevin-euler",
              LangevinEuler.class,
              "underdamped Langevin diffusion, by Euler and Maruyama"),
          entry(
              "dynamics",
              "langevin-baoab",
              LangevinBaoab.class,
              "underdamped Langevin diffusion, by the BAOAB splitting"),
          entry(
              "dynamics",
              "sgd-equation-1",
              SgdEquation1.class,
              "modified equation of order 1 of SGD: dX = -f'(X) dt + sqrt(eta) dB"),
          entry(
              "dynamics",
              "sgd-equation-2",
              SgdEquation2.class,
              "modified equation of order 2 of SGD: the same for f + eta/4 |f'|^2"),
          entry(
              "dynamics",
              "hessian-aware",
              HessianAware.class,
              "Hessian-aware equation of SGD: the same law on quadratics"),
          entry(
              "dynamics",
              "heavy-ball-equation-1",
              HeavyBallEquation1.class,
              "modified equation of order 1 of heavy-ball and nesterov"),
          entry(
              "dynamics",
              "heavy-ball-equation-2",
              HeavyBallEquation2.class,
              "modified equation of order 2 of heavy-ball"),
          entry(
              "dynamics",
              "nesterov-equation-2",
              NesterovEquation2.class,
              "modified equation of order 2 of nesterov"),
          entry(
              "schedule",
              "constant",
              Constant.class,
              "the same at every step; a number alone means this"),
          entry("schedule", "piecewise", Piecewise.class, "values[j] from step from[j] on"),
          entry(
              "schedule", "polynomial", Polynomial.class, "initial (1 + k/steps)^-power at step k"),
          entry(
              "schedule",
              "held-polynomial",
              HeldPolynomial.class,
              "initial up to step hold, then initial (1 + (k - hold)/steps)^-power"),
          entry(
              "schedule",
              "periodic",
              Periodic.class,
              "another value at each step that is a multiple of the period, the first included"),
          entry("schedule", "exponential", Exponential.class, "initial exp(-k/steps) at step k"),
          entry(
              "schedule",
              "polynomial-stages",
              PolynomialStages.class,
              "initial ((M - m + 1)/M)^power in stage m of M"),
          entry(
              "schedule",
              "geometric-stages",
              GeometricStages.class,
              "initial, times a factor after each stage"),
          entry("schedule", "cosine", Cosine.class, "half a wave from one value to another"),
          entry(
              "schedule",
              "noise-level-momentum",
              NoiseLevelMomentum.class,
              "the momentum that gives the stochastic noise level a wanted course"));

  private DynamicsEntries() {}
}
