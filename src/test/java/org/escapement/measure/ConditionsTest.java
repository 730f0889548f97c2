package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.data.GaussianSignal;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.noise.Gaussian;
import org.escapement.noise.StudentT;
import org.escapement.objective.PhaseRetrieval;
import org.escapement.objective.Quadratic;
import org.escapement.objective.Rosenbrock;
import org.escapement.objective.SaddleToy;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class ConditionsTest {
  private static final Conditions CONDITIONS = new Conditions(0.02, 5e-4, 1, 1, 100, 4);

  private static Dynamics ball(double eta, double beta) {
    return new HeavyBall(new Constant(eta), new Constant(beta));
  }

  private static Experiment experiment(Objective f, Noise noise, Dynamics dynamics, long horizon) {
    Vector start = Vector.zero(f.dimension());
    return new Experiment(
        f, noise, dynamics, start, new WholeSpace(), horizon, Double.POSITIVE_INFINITY);
  }

  private static Map<String, Reading> readings(Experiment e, int lanes) {
    assertThat(CONDITIONS.problem(e)).isEmpty();
    Means means =
        Simulation.run(e, new RandomKey(3, 4), CONDITIONS, new Chunk(0, 0, 40), lanes).summary();
    Map<String, Reading> readings = new TreeMap<>();
    CONDITIONS.readings(means, e).forEach(r -> readings.put(r.quantity(), r));
    return readings;
  }

  /**
   * At rest on top of a saddle, before the noise has moved the ball: m' is noise alone, so CNC's
   * mean is the variance and GrACE's half the trace.
   */
  @Test
  void onTopOfASaddle() {
    Experiment e =
        experiment(new Quadratic(Vector.of(1, -0.1)), new Gaussian(0.3), ball(1e-9, 0), 40);
    Map<String, Reading> readings = readings(e, 16);
    assertThat(readings.get("saddle-share").value()).isEqualTo(1);
    assertThat(readings.get("cnc-mean").value()).isCloseTo(0.09, within(1e-8));
    assertThat(readings.get("cnc-share").value()).isEqualTo(1);
    assertThat(readings.get("grace-mean").value()).isCloseTo(0.5 * 0.9 * 0.09, within(1e-8));
    assertThat(readings.get("grace-mean").trajectories()).isEqualTo(40);
    assertThat(readings.get("large-share").value()).isZero();
    assertThat(readings.get("apag-mean").trajectories()).isZero();
  }

  @Test
  void lanesDoNotMatter() {
    Experiment e =
        experiment(
            new SaddleToy(Vector.of(1, -0.1)),
            new FiniteSample(10, Vector.of(0.3, 0.03), false),
            ball(5e-3, 0.9),
            400);
    assertThat(readings(e, 7)).isEqualTo(readings(e, 40));
    assertThat(readings(e, 7).get("large-share").value()).isBetween(0.1, 1.0);
  }

  @Test
  void phaseRetrievalIsKnownToo() {
    Experiment e =
        experiment(
            new PhaseRetrieval(new GaussianSignal(20, 3, 0), 1, "with-replacement"),
            new Gaussian(0.3),
            ball(1e-3, 0.5),
            40);
    assertThat(readings(e, 40).get("grace-mean").value()).isFinite();
  }

  @Test
  void saysWhatIsMissing() {
    Quadratic f = new Quadratic(Vector.of(1, -0.1));
    Noise noise = new Gaussian(1);
    List<Experiment> wrong =
        List.of(
            experiment(f, noise, new Sgd(new Constant(0.1)), 10),
            experiment(f, noise, new HeavyBall(new Exponential(0.1, 5), new Constant(0)), 10),
            experiment(f, new StudentT(1, 1), ball(0.1, 0), 10));
    assertThat(wrong)
        .extracting(e -> CONDITIONS.problem(e).orElseThrow())
        .containsExactly(
            "the dynamics must be heavy-ball or pytorch-momentum, both constant",
            "the dynamics must be heavy-ball or pytorch-momentum, both constant",
            "the variance of the noise on the gradient is not known");
    assertThat(CONDITIONS.problem(experiment(new Rosenbrock(65, 1, 1), noise, ball(0.1, 0), 10)))
        .hasValue("the objective must know its second derivatives and have at most 64 coordinates");
  }
}
