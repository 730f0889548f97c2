package org.escapement.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.measure.Crossing;
import org.escapement.measure.Measure;
import org.escapement.measure.RunningGradient;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.moments.QuadraticMoments;
import org.escapement.theory.moments.QuadraticPath;

/** Steps until the running mean of E |grad f|^2 is small, on a quadratic. */
public final class ExactRunningGradient implements Prediction {
  /** Modes times steps that one cell may cost: seconds. */
  private static final double MOST_WORK = 3e7;

  @Override
  public String name() {
    return "exact-running-gradient";
  }

  @Override
  public String summary() {
    return "Steps and samples until the running mean of the squared gradient's mean is small";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "the recursion of the second moments, E |grad f(x_t)|^2 = sum_a c_a^2 E y_a^2 added up step"
        + " by step; a sampled gradient adds the variance of its noise";
  }

  @Override
  public String validity() {
    return "quadratic of any curvature (full Hessian up to dimension 200), SGD or momentum in any form"
        + " and with any schedule, noise of finite variance, squared lengths; sampled gradients where"
        + " the noise is the same everywhere. The estimate from n trajectories has a bias of order 1/n";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof RunningGradient running && running.isSquared()) {
        steps(running, experiment).ifPresent(step -> add(running, experiment, step, all));
      }
    }
    return List.copyOf(all);
  }

  private static void add(
      RunningGradient running, Experiment experiment, double steps, List<Predicted> to) {
    to.add(new Predicted(running.quantity("ensemble-steps-to-epsilon"), steps));
    RunningGradient.batchSize(experiment)
        .ifPresent(
            batch ->
                to.add(
                    new Predicted(running.quantity("ensemble-samples-to-epsilon"), batch * steps)));
  }

  private static Optional<Double> steps(RunningGradient running, Experiment experiment) {
    long horizon = experiment.horizon();
    Optional<Modes> modes = Modes.of(experiment.objective());
    Optional<Double> noise = noise(running, experiment, modes);
    if (noise.isEmpty() || modes.get().size() * (double) horizon > MOST_WORK) {
      return Optional.empty();
    }
    long[] looks = running.looks(horizon);
    return QuadraticPath.of(experiment, horizon)
        .flatMap(path -> crossing(path, looks, noise.get(), running.limit()))
        .map(Crossing::step);
  }

  /** What the variance of the noise adds to the mean square of every gradient. */
  private static Optional<Double> noise(
      RunningGradient running, Experiment experiment, Optional<Modes> modes) {
    if (modes.isEmpty() || !running.isSampled()) {
      return modes.map(any -> 0.0);
    }
    return KickMoments.of(experiment.noise(), modes.get().size())
        .filter(kicks -> kicks.stream().allMatch(KickMoments::isSameEverywhere))
        .map(kicks -> kicks.stream().mapToDouble(kick -> kick.varianceAt(0)).sum());
  }

  /** The sums at the looks, as far as the first crossing. */
  private static Optional<Crossing> crossing(
      QuadraticPath path, long[] looks, double noise, double limit) {
    double[] sums = new double[looks.length];
    Arrays.fill(sums, Double.NaN);
    double sum = 0;
    int look = 0;
    for (long t = 0; look < looks.length; t++) {
      sum += noise + squaredGradient(path.at(t));
      if (t + 1 == looks[look]) {
        sums[look] = sum;
        if (sum <= limit * looks[look]) {
          break;
        }
        look++;
      }
    }
    return Crossing.of(looks, sums, limit);
  }

  private static double squaredGradient(QuadraticMoments law) {
    double sum = 0;
    for (int a = 0; a < law.modes().size(); a++) {
      double c = law.modes().curvature().at(a);
      sum += c * c * law.laws().get(a).product(0, 0).mean();
    }
    return sum;
  }
}
