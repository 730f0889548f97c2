package org.escapement.theory.saddle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.model.AfterSteps;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Quadratics;
import org.escapement.theory.kick.KickLaws;
import org.hipparchus.special.Erf;

/**
 * How long noise needs to leave the top of an inverted parabola when step size or momentum change
 * from step to step: the variance of the linear recursion itself, step by step.
 */
public final class ScheduledPassage implements Prediction {
  private static final int MOST_STEPS = 1_000_000;
  private static final double NEGLIGIBLE = 1e-13;

  @Override
  public String name() {
    return "scheduled-passage";
  }

  @Override
  public String summary() {
    return "Mean exit of momentum from the top of an inverted parabola under schedules, by the"
        + " linear first-passage law";
  }

  /** Not exact for the reason that saddle-passage is not. */
  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "P(N > t) = erf(r / sqrt(2 Var x_t)), as saddle-passage; Algorithm 2 of Wang, Lin,"
        + " Abernethy 2020 with its occasional large step";
  }

  @Override
  public String validity() {
    return "one dimension, negative curvature, normal noise, heavy-ball or pytorch-momentum with a"
        + " schedule, start at the top, interval about it that no single step leaves;"
        + " out within a million steps";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Vector> curvature = Quadratics.curvatures(experiment.objective());
    boolean atSteps = experiment.monitoring() instanceof AfterSteps;
    Optional<Line> line = Line.of(experiment).filter(l -> atSteps && l.start() == 0);
    OptionalDouble deviation = KickLaws.normalDeviation(experiment.noise());
    Optional<Moments> moments =
        curvature.isPresent() && deviation.isPresent()
            ? moments(experiment, curvature.get().at(0), deviation.getAsDouble())
            : Optional.empty();
    if (line.isEmpty() || moments.isEmpty() || !(curvature.get().at(0) < 0)) {
      return List.of();
    }
    OptionalDouble wall = Quadratics.halfWidthAboutOrigin(line.get());
    return wall.isPresent() ? passage(moments.get(), wall.getAsDouble()) : List.of();
  }

  private static Optional<Moments> moments(Experiment e, double curvature, double deviation) {
    double variance = deviation * deviation;
    if (e.dynamics() instanceof PytorchMomentum ball && varies(ball.stepSize(), ball.momentum())) {
      return Optional.of(new Moments(ball.stepSize(), ball.momentum(), false, curvature, variance));
    }
    if (e.dynamics() instanceof HeavyBall ball && varies(ball.stepSize(), ball.momentum())) {
      return Optional.of(new Moments(ball.stepSize(), ball.momentum(), true, curvature, variance));
    }
    return Optional.empty();
  }

  /** A schedule that happens to stay the same is one beside which others are compared. */
  private static boolean varies(Schedule stepSize, Schedule momentum) {
    return !(stepSize instanceof Constant && momentum instanceof Constant);
  }

  /** The sums over t of P(N > t), and of that times the size of the step from t to t + 1. */
  private static List<Predicted> passage(Moments moments, double wall) {
    double steps = 0;
    double time = 0;
    double survival = 1;
    for (int t = 0; t < MOST_STEPS && survival > NEGLIGIBLE; t++) {
      steps += survival;
      time += moments.stepSize.at(t) * survival;
      moments.step(t);
      survival = Erf.erf(wall / Math.sqrt(2 * moments.xx));
      if (t == 0 && survival < 1) {
        return List.of();
      }
    }
    return survival <= NEGLIGIBLE
        ? List.of(new Predicted("mean_step", steps), new Predicted("mean_time", time))
        : List.of();
  }

  /** Second moments of position and buffer. */
  private static final class Moments {
    private final Schedule stepSize;
    private final Schedule momentum;
    private final boolean scaledBuffer;
    private final double curvature;
    private final double variance;
    private double xx;
    private double xm;
    private double mm;

    /**
     * @param scaledBuffer whether the buffer holds the step size already
     */
    Moments(
        Schedule stepSize,
        Schedule momentum,
        boolean scaledBuffer,
        double curvature,
        double variance) {
      this.stepSize = stepSize;
      this.momentum = momentum;
      this.scaledBuffer = scaledBuffer;
      this.curvature = curvature;
      this.variance = variance;
    }

    /** m <- beta m + into g, x <- x - out m. */
    void step(long t) {
      double eta = stepSize.at(t);
      double beta = momentum.at(t);
      double into = scaledBuffer ? eta : 1;
      double out = scaledBuffer ? 1 : eta;
      double slope = into * curvature;
      double next =
          beta * beta * mm + 2 * beta * slope * xm + slope * slope * xx + into * into * variance;
      double cross = beta * xm + slope * xx;
      xx += out * (out * next - 2 * cross);
      xm = cross - out * next;
      mm = next;
    }
  }
}
