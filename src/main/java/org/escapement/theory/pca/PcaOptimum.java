package org.escapement.theory.pca;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Measure;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Asked;

/** How far from the optimum of streaming PCA momentum and delay keep heavy ball. */
public final class PcaOptimum implements Prediction {
  /** Squared distances beyond which the motion about the optimum is no longer linear. */
  private static final double FAR = 0.25;

  private static final long LONGEST = 10_000_000;

  @Override
  public String name() {
    return "pca-optimum";
  }

  @Override
  public String summary() {
    return "Second moments of heavy ball about the optimum of streaming PCA, with schedules or late"
        + " gradients: the linearised iteration, solved";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "second-moment recursion of h' = h + beta (h - h before) - eta (lambda_1 - lambda_k)"
        + " h_{k-tau} + eta sqrt(lambda_1 lambda_k) xi; its SDE limit is that of Liu et al., arXiv"
        + " 1802.05155, with delay arXiv 1806.01660";
  }

  @Override
  public String validity() {
    return "streaming-pca without added noise, sgd, heavy-ball, or delayed-heavy-ball with constant"
        + " parameters below the largest stable delay of the radial mode; one largest lambda, start"
        + " on its axis or near it, whole space, squared distances below 0.25";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Optional<PcaStream> stream = PcaStream.of(experiment);
    boolean applies =
        stream.isPresent()
            && experiment.domain() instanceof WholeSpace
            && experiment.horizon() <= LONGEST
            && isNear(stream.get(), experiment);
    return applies
        ? of(stream.get(), experiment, new Asked(measures, experiment.horizon()))
        : List.of();
  }

  /** Whether it starts where the motion about the one optimum is nearly linear. */
  static boolean isNear(PcaStream stream, Experiment experiment) {
    double off = 0;
    for (int k = 0; k < stream.dimension(); k++) {
      double x = experiment.position().at(k);
      if (k != stream.top()) {
        if (!(stream.gap(k) > 0)) {
          return false;
        }
        off += x * x;
      }
    }
    double axis = experiment.position().at(stream.top());
    return off <= FAR && Math.abs(axis * axis + off - 1) <= FAR;
  }

  /** E h^2 of one mode at increasing steps. */
  private interface Mode {
    double second(long step);
  }

  private static List<Predicted> of(PcaStream stream, Experiment experiment, Asked asked) {
    List<Optional<Mode>> modes = new ArrayList<>();
    for (int k = 0; k < stream.dimension(); k++) {
      modes.add(mode(stream, experiment, k));
    }
    List<Predicted> all = new ArrayList<>();
    if (modes.stream().allMatch(Optional::isPresent)) {
      for (long step : asked.steps()) {
        double[] second = modes.stream().mapToDouble(m -> m.get().second(step)).toArray();
        addAt(step, second, stream, asked, all);
      }
    }
    return List.copyOf(all);
  }

  /** Across the axis; along it the radial mode, of curvature 2 lambda_1, must be stable only. */
  private static Optional<Mode> mode(PcaStream stream, Experiment experiment, int k) {
    double largest = stream.lambda(stream.top());
    boolean radial = k == stream.top();
    double curvature = radial ? 2 * largest : stream.gap(k);
    double variance = radial ? 0 : largest * stream.lambda(k);
    double start = radial ? 0 : experiment.position().at(k);
    Dynamics dynamics = experiment.dynamics();
    if (dynamics instanceof DelayedHeavyBall d && d.delay() > 0) {
      return delayed(d, curvature, variance, start, experiment.horizon());
    }
    if (dynamics instanceof DelayedHeavyBall d) {
      return Optional.of(heavyBall(d.stepSize(), d.momentum(), curvature, variance, start));
    }
    if (dynamics instanceof HeavyBall d) {
      return Optional.of(heavyBall(d.stepSize(), d.momentum(), curvature, variance, start));
    }
    return dynamics instanceof Sgd d
        ? Optional.of(heavyBall(d.stepSize(), new Constant(0), curvature, variance, start))
        : Optional.empty();
  }

  private static Mode heavyBall(
      Schedule stepSize, Schedule momentum, double curvature, double variance, double start) {
    HeavyBallMode mode = new HeavyBallMode(stepSize, momentum, curvature, variance, start);
    return step -> {
      mode.moveTo(step);
      return mode.second();
    };
  }

  private static Optional<Mode> delayed(
      DelayedHeavyBall d, double curvature, double variance, double start, long horizon) {
    if (!d.stepSize().isConstant() || !d.momentum().isConstant() || d.momentum().at(0) < 0) {
      return Optional.empty();
    }
    double eta = d.stepSize().at(0);
    DelayedMode mode = new DelayedMode(eta * curvature, d.momentum().at(0), d.delay());
    if (!mode.isStable()) {
      return Optional.empty();
    }
    double[][] response = mode.response((int) horizon);
    double kick = eta * eta * variance;
    return Optional.of(
        step -> {
          double offset = start * response[0][(int) step];
          return offset * offset + kick * response[1][(int) step];
        });
  }

  private static void addAt(
      long step, double[] second, PcaStream stream, Asked asked, List<Predicted> all) {
    double off = 0;
    double loss = 0;
    for (int k = 0; k < second.length; k++) {
      off += second[k];
      loss += stream.gap(k) * second[k] / 2;
    }
    if (!(off <= FAR)) {
      return;
    }
    for (int k = 0; k < second.length; k++) {
      if (k != stream.top() && asked.asks("second", step)) {
        all.add(new Predicted("second." + (k + 1) + "." + (k + 1), step, second[k]));
      }
    }
    if (asked.asks("off-axis", step)) {
      all.add(new Predicted("off-axis." + (stream.top() + 1), step, off));
    }
    if (asked.asks("loss", step)) {
      all.add(new Predicted("loss", step, loss));
    }
  }
}
