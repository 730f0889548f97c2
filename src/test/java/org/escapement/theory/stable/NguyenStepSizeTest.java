package org.escapement.theory.stable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.domain.Ball;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Stable;
import org.escapement.noise.SumOfNoises;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.kick.StableJumps;
import org.junit.jupiter.api.Test;

class NguyenStepSizeTest {

  /** alpha = 1.5, gamma = 0.6, d = 1, epsilon = 0.1, delta = 0.1, t = 79: by hand 6.6e-14. */
  @Test
  void theTheoremOnOneLine() {
    assertThat(NguyenStepSize.largest(0.6, 1.5, 1, 0.1, 79, 0.1)).isCloseTo(6.6e-14, within(2e-15));
    assertThat(NguyenStepSize.largest(0.6, 1.5, 1, 1, 1e-9, 0.1)).isEqualTo(1);
  }

  private static Experiment experiment(Noise noise, Dynamics dynamics) {
    return new Experiment(
        new IsotropicQuadratic(1, 2),
        noise,
        dynamics,
        Vector.zero(2),
        new Ball(Vector.zero(2), 1),
        1_000_000,
        Double.POSITIVE_INFINITY);
  }

  /** The most favourable exponent allows more than 0.6 does, and one mean exit takes longer. */
  @Test
  void besideTheStepThatIsUsed() {
    Noise both = new SumOfNoises(List.of(new Gaussian(0.1), new Stable(1.5, 0.1)));
    Dynamics euler = new EulerMaruyama(new Constant(0.1));
    List<Predicted> predicted = new NguyenStepSize().of(experiment(both, euler));
    assertThat(predicted).singleElement().extracting(Predicted::quantity).isEqualTo("step_size");
    double time =
        StableExit.fromWell(1.5, 0.1, 1, new StableJumps.Rate(StableJumps.independent(1.5, 2)));
    assertThat(predicted.get(0).value())
        .isGreaterThan(NguyenStepSize.largest(0.6, 1.5, 2, 0.1, time, 0.1))
        .isLessThan(1e-9);
  }

  @Test
  void needsBothNoisesAndADiffusion() {
    Dynamics euler = new EulerMaruyama(new Constant(0.1));
    Noise both = new SumOfNoises(List.of(new Gaussian(0.1), new Stable(1.5, 0.1)));
    Noise heavy = new SumOfNoises(List.of(new Gaussian(0.1), new Stable(0.9, 0.1)));
    NguyenStepSize theorem = new NguyenStepSize();
    assertThat(theorem.of(experiment(both, new Sgd(new Constant(0.1))))).isEmpty();
    assertThat(theorem.of(experiment(heavy, euler))).isEmpty();
    assertThat(theorem.of(experiment(new Gaussian(0.1), euler))).isEmpty();
    assertThat(theorem.of(experiment(new Stable(1.5, 0.1), euler))).isEmpty();
  }
}
