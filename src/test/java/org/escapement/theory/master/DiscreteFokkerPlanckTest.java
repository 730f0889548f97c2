package org.escapement.theory.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.escapement.theory.master.Experiments.at;
import static org.escapement.theory.master.Experiments.moment;
import static org.escapement.theory.master.Experiments.shares;

import org.apache.commons.statistics.distribution.TDistribution;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Histogram;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.StateDependent;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.chain.ExactWalk;
import org.escapement.theory.linear.NormalLaw;
import org.escapement.theory.moments.EquationMoments;
import org.escapement.theory.moments.ExactMoments;
import org.junit.jupiter.api.Test;

class DiscreteFokkerPlanckTest {
  private static final DiscreteFokkerPlanck DISCRETE = new DiscreteFokkerPlanck();
  private static final LangevinHistogram LANGEVIN = new LangevinHistogram();

  /** By SciPy: eigenvectors on 800 and 1600 cells between -3.2 and 3.2, extrapolated. */
  @Test
  void doubleWell() {
    Experiment e = Experiments.sgd(new DoubleWell(0.25, 1), new Gaussian(1), 0.2, 0.5, 100);
    Histogram histogram = new Histogram(1, -1.6, 1.6, 8, at(20, 100));
    assertThat(shares(DISCRETE, e, histogram, 20))
        .containsExactly(
            new double[] {0.00926, 0.0592, 0.03717, 0.0297, 0.05975, 0.21399, 0.50044, 0.08684},
            within(3e-5));
    assertThat(shares(LANGEVIN, e, histogram, 100))
        .containsExactly(
            new double[] {0.02935, 0.14865, 0.07055, 0.02703, 0.04271, 0.18013, 0.41733, 0.08411},
            within(3e-5));
    assertThat(moment(DISCRETE, e, "second.1.1", 100)).isCloseTo(0.85441, within(3e-4));
  }

  /**
   * The stationary density (C + w^2)^(-1 - 1/(eta lambda)) for lambda = 1 is that of Student with 1
   * + 2/eta degrees of freedom; Langevin's is normal of variance eta C/2.
   */
  @Test
  void stationaryLawsInAParabola() {
    Experiment e = Experiments.sgd(new IsotropicQuadratic(1, 1), new Gaussian(1), 0.4, 0, 200);
    Histogram histogram = new Histogram(1, -1, 1, 4, at(200));
    TDistribution student = TDistribution.of(6);
    double inner = student.probability(0, 0.5 * Math.sqrt(6));
    double outer = student.probability(0.5 * Math.sqrt(6), Math.sqrt(6));
    assertThat(shares(DISCRETE, e, histogram, 200))
        .containsExactly(new double[] {outer, inner, inner, outer}, within(2e-5));
    double[] normal = new NormalLaw(0, 0.2).below(new double[] {0, 0.5, 1});
    assertThat(shares(LANGEVIN, e, histogram, 200)[2])
        .isCloseTo(normal[1] - normal[0], within(1e-6));
  }

  /** Checks 21 and 22, and V' = r V + eta^2 C with r = (1 - eta lambda)^2 + eta^2 s_h^2. */
  @Test
  void variancesAreExactWhereLangevinsAreNot() {
    Experiment flat = Experiments.sgd(new IsotropicQuadratic(0, 1), new Gaussian(1), 0.1, 0, 1000);
    assertThat(moment(DISCRETE, flat, "second.1.1", 1000)).isCloseTo(10, within(1e-9));
    Experiment confined =
        Experiments.sgd(new IsotropicQuadratic(1, 1), new Gaussian(1), 0.1, 0, 1000);
    assertThat(moment(DISCRETE, confined, "second.1.1", 1000))
        .isCloseTo(0.1 / 1.9, within(1e-12))
        .isCloseTo(moment(new ExactMoments(), confined, "second.1.1", 1000), within(1e-15));
    assertThat(moment(EquationMoments.order1(), confined, "second.1.1", 1000))
        .isCloseTo(0.05, within(1e-12));
    Experiment random =
        Experiments.sgd(new IsotropicQuadratic(0.02, 1), new StateDependent(1, 0.7), 0.1, 0, 1000);
    double r = 0.998 * 0.998 + 0.01 * 0.49;
    double expected = 0.01 * (StrictMath.pow(r, 1000) - 1) / (r - 1);
    assertThat(moment(DISCRETE, random, "second.1.1", 1000))
        .isCloseTo(expected, within(1e-9 * expected))
        .isCloseTo(16.24, within(0.01));
  }

  @Test
  void flatDirectionSpreadsAsANormalLaw() {
    Experiment flat = Experiments.sgd(new IsotropicQuadratic(0, 1), new Gaussian(1), 0.1, 0, 1000);
    double[] normal = new NormalLaw(0, 10).below(new double[] {0, 2, 4});
    double[] shares = shares(DISCRETE, flat, new Histogram(1, -4, 4, 4, at(1000)), 1000);
    assertThat(shares[2]).isCloseTo(normal[1] - normal[0], within(1e-4));
    assertThat(shares[3]).isCloseTo(normal[2] - normal[1], within(1e-4));
  }

  /**
   * At one stationary variance .05 the chain leaves (-1, 1) after so many steps (Nystroem's
   * method); the truncated equation much too early, for its tails are powers: the integral of
   * exp(Phi(y)) Int_0^y exp(-Phi)/D over y by SciPy.
   */
  @Test
  void exitsOfTheLinearChain() {
    double[] steps = {0.05, 0.5, 1};
    double[] exact = {282_838.5, 130_110.7, 129_128.6};
    double[] truncated = {33_942.42103961551, 170.41072108081354, 51.96614835950742};
    for (int k = 0; k < steps.length; k++) {
      Experiment e = leaving(steps[k]);
      assertThat(meanStep(new ExactWalk(), e)).isCloseTo(exact[k], within(0.06));
      assertThat(meanStep(DISCRETE, e)).isCloseTo(truncated[k], within(1e-9 * truncated[k]));
    }
  }

  private static double meanStep(Prediction prediction, Experiment e) {
    return prediction.of(e).stream()
        .filter(one -> one.quantity().equals("mean_step"))
        .mapToDouble(Predicted::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Experiment leaving(double step) {
    return new Experiment(
        new IsotropicQuadratic(1, 1),
        new Gaussian(Math.sqrt(0.05 * (2 - step) / step)),
        new Sgd(new Constant(step)),
        Vector.of(0),
        new Interval(-1, 1),
        100_000_000,
        Double.POSITIVE_INFINITY);
  }
}
