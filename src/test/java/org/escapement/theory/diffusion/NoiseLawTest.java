package org.escapement.theory.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Laplace;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.StateDependent;
import org.escapement.noise.Uniform;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Prediction;
import org.escapement.theory.chain.ExactWalk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the law of the noise, beyond its variance, does to exits: exactly and in the limit. */
@Tag("digits")
class NoiseLawTest {
  private static final long NEVER = 1L << 40;
  private static final Objective WELL = new DoubleWell(0.25, 1);
  private static final Domain ACROSS = new HalfSpace(Vector.of(-1), -1);

  private static Dynamics sgd(double eta) {
    return new Sgd(new Constant(eta));
  }

  private static Experiment across(Noise noise, Dynamics dynamics, long horizon) {
    return new Experiment(WELL, noise, dynamics, Vector.of(-1), ACROSS, horizon, 1e9);
  }

  private static Experiment mirrored(Experiment e) {
    return new Experiment(
        e.objective(),
        e.noise(),
        e.dynamics(),
        Vector.of(1),
        new HalfSpace(Vector.of(1), -1),
        e.horizon(),
        e.divergedBeyond());
  }

  private static Map<String, Double> of(Prediction prediction, Experiment experiment) {
    Map<String, Double> result = new TreeMap<>();
    prediction.of(experiment).forEach(p -> result.put(p.quantity(), p.value()));
    return result;
  }

  private static double steps(Noise noise, double eta) {
    Experiment e = across(noise, sgd(eta), NEVER);
    double mean = of(new ExactWalk(), e).get("mean_step");
    assertThat(of(new ExactWalk(), mirrored(e)).get("mean_step") / mean).isCloseTo(1, within(1e-9));
    return mean;
  }

  /**
   * 400000 paths of a C program of its own (xorshift128+): fixed numbers, so nothing fails by
   * chance. The known values of N eta are simulated too, with 3000 paths.
   */
  @Test
  void simulatedElsewhere() {
    assertThat(steps(new Uniform(1), 0.2)).isCloseTo(336.588, within(3 * 0.501));
    assertThat(steps(new Rademacher(1), 0.2)).isCloseTo(357.763, within(3 * 0.534));
    assertThat(steps(new StateDependent(1, 1), 0.1)).isCloseTo(1707.183, within(3 * 2.628));
  }

  @Test
  void aMirrorChangesNothing() {
    for (Noise noise : new Noise[] {new Uniform(1), new Rademacher(1), new StateDependent(1, 1)}) {
      Experiment e = across(noise, sgd(0.2), NEVER);
      double mean = of(new ExactWalk(), e).get("mean_step");
      assertThat(of(new ExactWalk(), mirrored(e)).get("mean_step") / mean)
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  @Tag("slow")
  void longerLivesSimulatedElsewhere() {
    assertThat(0.07 * steps(new Uniform(1), 0.07)).isCloseTo(7970, within(3 * 148.0));
    assertThat(0.05 * steps(new StateDependent(1.2, 1.2), 0.05)).isCloseTo(735, within(3 * 13.0));
    assertThat(0.025 * steps(new StateDependent(1.6, 1.6), 0.025))
        .isCloseTo(1475, within(3 * 27.0));
    assertThat(0.1 * steps(new Rademacher(1), 0.1)).isCloseTo(999.76, within(3 * 4.97));
    assertThat(0.07 * steps(new Rademacher(1), 0.07)).isCloseTo(9864, within(3 * 182.0));
  }

  @Test
  void withoutSlopeStateDependentNoiseIsNormal() {
    assertThat(steps(new StateDependent(1, 0), 0.1)).isEqualTo(steps(new Gaussian(1), 0.1));
  }

  /** The steepest slope is 0.3849. */
  @Test
  void boundedNoiseMayNeverLeave() {
    for (Noise noise : new Noise[] {new Rademacher(0.35), new Uniform(0.22)}) {
      Map<String, Double> exits = of(new ExactWalk(), across(noise, sgd(0.1), 2_000_000));
      assertThat(exits).containsEntry("exited_share", 0.0).containsEntry("restricted_mean", 200e3);
    }
    assertThat(of(new ExactWalk(), across(new Rademacher(0.8), sgd(0.1), 20_000)))
        .containsOnlyKeys("exited_share", "restricted_mean");
  }

  // Integrals of p(x) over (-1, 0), ln cosh(s p) = p V', computed independently.
  @ParameterizedTest
  @CsvSource({"2, 0.127143", "1, 0.537587", "0.7, 1.202161", "0.5, 3.043858", "0.4, 11.62023"})
  void quasiPotentialOfRademacherNoise(double s, double exponent) {
    assertThat(of(new QuasiPotential(), across(new Rademacher(s), sgd(0.1), NEVER)).get("exponent"))
        .isCloseTo(exponent, within(6e-7 + 4e-7 * exponent));
  }

  @Test
  void quasiPotentials() {
    assertThat(exponent(new Gaussian(1), sgd(0.1))).isCloseTo(0.5, within(1e-12));
    assertThat(exponent(new Stable(2, 1), sgd(0.1))).isCloseTo(0.25, within(1e-12));
    assertThat(exponent(new Laplace(100), sgd(0.1))).isCloseTo(0.5e-4, within(1e-8));
    assertThat(exponent(new Uniform(100), sgd(0.1))).isCloseTo(0.5e-4, within(1e-8));
    assertThat(exponent(new Laplace(1), sgd(0.1))).isLessThan(0.5);
    assertThat(exponent(new Uniform(1), sgd(0.1))).isBetween(0.5, 0.537587);
    // (2 ln 2 - 1) / s^2.
    assertThat(exponent(new StateDependent(2, 2), sgd(0.1)))
        .isCloseTo((2 * StrictMath.log(2) - 1) / 4, within(1e-12));
    Dynamics ball = new HeavyBall(new Constant(0.1), new Constant(0.75));
    assertThat(exponent(new Rademacher(1), ball)).isCloseTo(0.537587 / 4, within(2e-7));
    Dynamics average = new NormalisedHeavyBall(new Constant(0.1), new Constant(0.75));
    assertThat(exponent(new Rademacher(1), average)).isCloseTo(0.537587, within(6e-7));
    Experiment e = across(new StateDependent(2, 2), sgd(0.1), NEVER);
    assertThat(of(new QuasiPotential(), mirrored(e)).get("exponent"))
        .isCloseTo(of(new QuasiPotential(), e).get("exponent"), within(1e-14));
  }

  private static double exponent(Noise noise, Dynamics dynamics) {
    return of(new QuasiPotential(), across(noise, dynamics, NEVER)).get("exponent");
  }

  @Test
  void noQuasiPotential() {
    QuasiPotential none = new QuasiPotential();
    assertThat(of(none, across(new Rademacher(0.38), sgd(0.1), NEVER))).isEmpty();
    assertThat(of(none, across(new Stable(1.5, 1), sgd(0.1), NEVER))).isEmpty();
    Dynamics diffusion = new EulerMaruyama(new Constant(0.1));
    assertThat(of(none, across(new Gaussian(1), diffusion, NEVER))).isEmpty();
    assertThat(of(none, bowl(1, sgd(0.1), 0.5)).get("exponent")).isCloseTo(0.25, within(1e-12));
  }

  // Quadrature of scale function and speed measure of dX = -V' dt + sqrt(eta) s sqrt(1 + x^2) dW,
  // computed independently.
  @ParameterizedTest
  @CsvSource({"0.1, 1, 184.96", "0.05, 1.2, 774.8", "0.025, 1.6, 1485.4"})
  void diffusionWithStateDependentNoise(double eta, double s, double time) {
    Experiment e = across(new StateDependent(s, s), sgd(eta), NEVER);
    double mean = of(new OverdampedDiffusion(), e).get("mean_time");
    assertThat(mean).isCloseTo(time, within(6e-5 * time));
    assertThat(of(new OverdampedDiffusion(), mirrored(e)).get("mean_time"))
        .isCloseTo(mean, within(1e-8 * mean));
  }

  private static Experiment bowl(double s, Dynamics dynamics, double width) {
    return new Experiment(
        new IsotropicQuadratic(1, 1),
        new Gaussian(s),
        dynamics,
        Vector.of(0),
        new Interval(-width, width),
        NEVER,
        1e9);
  }

  // Limits of exact / diffusion for slopes 0.5 and 1 at the end, and nu(1), nu(2), known values.
  @Test
  void whatStepsMissAtAnEndUphill() {
    assertThat(SteppedDiffusion.nu(1)).isCloseTo(0.56037, within(5e-6));
    assertThat(SteppedDiffusion.nu(2)).isCloseTo(0.32043, within(5e-6));
    assertThat(SteppedDiffusion.nu(0.02)).isCloseTo(SteppedDiffusion.nu(0.0199), within(1e-4));
    assertThat(SteppedDiffusion.factor(0.5)).isCloseTo(1.5748, within(5e-5));
    assertThat(SteppedDiffusion.factor(1)).isCloseTo(1.8928, within(5e-5));
  }

  @Test
  void steppedDiffusionComesCloserThanTheDiffusion() {
    double before = 1;
    for (double eta : new double[] {0.1, 0.05, 0.025}) {
      Experiment e = bowl(1, sgd(eta), 0.5);
      double exact = of(new ExactWalk(), e).get("mean_time");
      double stepped = of(new SteppedDiffusion(), e).get("mean_time");
      double diffusion = of(new OverdampedDiffusion(), e).get("mean_time");
      assertThat(exact / diffusion).isBetween(1.48, 1.53);
      assertThat(Math.abs(exact / stepped - 1)).isLessThan(before);
      before = Math.abs(exact / stepped - 1);
      assertThat(of(new SteppedDiffusion(), e).get("side.lower")).isCloseTo(0.5, within(1e-9));
    }
    assertThat(before).isLessThan(0.03);
    assertThat(of(new SteppedDiffusion(), across(new Gaussian(1), sgd(0.1), NEVER))).isEmpty();
  }
}
