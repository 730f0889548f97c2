package org.escapement.theory.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.escapement.theory.master.Experiments.at;
import static org.escapement.theory.master.Experiments.shares;

import java.util.List;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.measure.Histogram;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.noise.Gaussian;
import org.escapement.noise.StateDependent;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.Spread;
import org.escapement.theory.linear.NormalLaw;
import org.escapement.theory.moments.ExactMoments;
import org.junit.jupiter.api.Test;

class ExactHistogramTest {
  private static final ExactHistogram EXACT = new ExactHistogram();

  /** By NumPy: the trapezoid rule with a tenth of a kick, the last kick by SciPy's erf. */
  @Test
  void doubleWell() {
    Experiment e = Experiments.sgd(new DoubleWell(0.25, 1), new Gaussian(1), 0.2, 0.5, 100);
    Histogram histogram = new Histogram(1, -1.6, 1.6, 8, at(1, 5, 20, 100));
    assertThat(shares(EXACT, e, histogram, 1)[4]).isCloseTo(0.1887668154, within(1e-9));
    assertThat(shares(EXACT, e, histogram, 5))
        .containsExactly(
            new double[] {
              7.14419e-05,
              0.0014282024,
              0.009412603,
              0.0381747326,
              0.1255693804,
              0.3363970202,
              0.4066190193,
              0.0812180955
            },
            within(1e-9));
    assertThat(shares(EXACT, e, histogram, 100))
        .containsExactly(
            new double[] {
              0.0327876606,
              0.1359763351,
              0.0814569992,
              0.0333258449,
              0.0531233912,
              0.2037605516,
              0.3676895707,
              0.0900250001
            },
            within(1e-9));
  }

  /** Random curvature of deviation 0.5; by NumPy as above. */
  @Test
  void quadraticWithRandomCurvature() {
    Experiment e =
        Experiments.sgd(new IsotropicQuadratic(1, 1), new StateDependent(1, 0.5), 0.2, 0, 30);
    assertThat(shares(EXACT, e, new Histogram(1, -1, 1, 4, at(30)), 30))
        .containsExactly(
            new double[] {0.0666424228, 0.4313332162, 0.4313332162, 0.0666424228}, within(1e-9));
  }

  @Test
  void momentumOnAParabolaIsNormal() {
    HeavyBall ball = new HeavyBall(new Constant(0.1), new Constant(0.9));
    Experiment e = Experiments.with(new IsotropicQuadratic(1, 2), new Gaussian(1), ball, 0.5, 40);
    double mean = Experiments.moment(new ExactMoments(), e, "mean.2", 40);
    double second = Experiments.moment(new ExactMoments(), e, "second.2.2", 40);
    NormalLaw law = new NormalLaw(mean, second - mean * mean);
    double[] below = law.below(new double[] {-1, 0, 1});
    assertThat(shares(EXACT, e, new Histogram(2, -1, 1, 2, at(40)), 40))
        .containsExactly(new double[] {below[1] - below[0], below[2] - below[1]}, within(1e-14));
  }

  @Test
  void allSharesAddUpAndKnowTheirSpread() {
    Experiment e = Experiments.sgd(new DoubleWell(0.25, 1), new Gaussian(1), 0.2, 0.5, 20);
    List<Predicted> all = EXACT.of(e, List.of(new Histogram(1, -1.2, 1.4, 5, at(20))));
    assertThat(all).hasSize(7);
    assertThat(all.stream().mapToDouble(Predicted::value).sum()).isCloseTo(1, within(1e-12));
    Predicted one = all.get(3);
    double p = one.value();
    assertThat(one.quantity()).isEqualTo("histogram.1.3");
    assertThat(one.spread())
        .isEqualTo(new Spread(Math.sqrt(p * (1 - p)), (1 - 2 * p) / Math.sqrt(p * (1 - p))));
  }

  /** Nothing is left of an epoch: within it the law is that of k(n - k)/n of the variance. */
  @Test
  void reshuffledOnAFlatDirection() {
    FiniteSample noise = new FiniteSample(20, Vector.of(1), true, "reshuffling");
    Experiment e = Experiments.sgd(new IsotropicQuadratic(0, 1), noise, 0.1, 0, 95);
    Histogram histogram = new Histogram(1, -0.1, 0.1, 2, at(60, 95));
    double expected = NormalLaw.below(0.1 / Math.sqrt(0.01 * 15 * 5 / 20)) - 0.5;
    assertThat(shares(EXACT, e, histogram, 95))
        .containsExactly(new double[] {expected, expected}, within(1e-12));
    FiniteSample anew = new FiniteSample(20, Vector.of(1), true);
    assertThat(
            EXACT.of(
                Experiments.sgd(new IsotropicQuadratic(0, 1), anew, 0.1, 0, 95),
                List.of(histogram)))
        .isEmpty();
  }
}
