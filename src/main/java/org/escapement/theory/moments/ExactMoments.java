package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.measure.Difference;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** Moments of what is simulated, at any step: on a quadratic, or of a walk on the line. */
public final class ExactMoments implements Prediction {

  @Override
  public String name() {
    return "exact-moments";
  }

  @Override
  public String summary() {
    return "Loss, mean and second moments of what is simulated, at each measured step";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "on quadratics the recursion of the moments, M' = A M A^T + covariance of the kick; else"
        + " the Chapman-Kolmogorov equation by the trapezoid rule (Trefethen, Weideman 2014, SIAM"
        + " Review 56, 385)";
  }

  @Override
  public String validity() {
    return "quadratic of any curvature (full Hessian up to dimension 200), SGD, Euler-Maruyama,"
        + " momentum in any form and with any schedule, or a modified equation of these; noise of"
        + " finite variance, the same everywhere or, along the axes, normal with variance scale^2 +"
        + " (slope x)^2. Else one dimension, whole space, SGD, Euler-Maruyama or momentum 0,"
        + " constant step size, normal noise that may depend on the position but not vanish, in"
        + " batches whose size may follow a schedule; two"
        + " grids agree to 1e-8, mass below 1e-20 is left out, such as that of a walk that explodes."
        + " Nothing may end before the step";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    List<AskedMoment> asked = AskedMoment.of(experiment, measures);
    if (!asked.isEmpty()) {
      LawPath.exact(experiment, AskedMoment.last(asked))
          .ifPresent(path -> all.addAll(MomentAnswer.of(asked, path)));
    }
    for (Measure<?> measure : measures) {
      if (measure instanceof Difference difference) {
        all.addAll(differences(difference, experiment));
      }
    }
    return List.copyOf(all);
  }

  private static List<Predicted> differences(Difference difference, Experiment experiment) {
    List<AskedMoment> asked = MomentAnswer.asked(difference, experiment);
    long last = AskedMoment.last(asked);
    Experiment companion = experiment.with(difference.companion(experiment.dynamics()));
    Optional<LawPath> other = LawPath.exact(companion, last);
    Optional<LawPath> own = other.flatMap(path -> LawPath.exact(experiment, last));
    return own.map(path -> MomentAnswer.differences(difference, asked, path, other.get()))
        .orElse(List.of());
  }
}
