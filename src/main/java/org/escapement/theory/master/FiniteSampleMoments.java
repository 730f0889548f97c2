package org.escapement.theory.master;

import java.util.List;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.moments.AskedMoment;
import org.escapement.theory.moments.MomentAnswer;

/** Moments under a noise whose kicks are drawn from n offsets, with or without replacement. */
public final class FiniteSampleMoments implements Prediction {

  @Override
  public String name() {
    return "exact-finite-sample";
  }

  @Override
  public String summary() {
    return "Moments of what is simulated where the noise is one of n offsets at each step";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "covariances of n normal offsets and their mean; on a flat direction reshuffling gives"
        + " step^2 C k (n - k)/(n - 1) after k steps of an epoch, C the variance of an offset given"
        + " the others, and nothing at its end";
  }

  @Override
  public String validity() {
    return "quadratic along the axes, SGD, Euler-Maruyama, momentum in any form and with any"
        + " schedule, noise finite-sample; the mean is over data sets. Nothing may end before the"
        + " step. What cancels is predicted up to 1e-12 of its parts";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<AskedMoment> asked = AskedMoment.of(experiment, measures);
    return asked.isEmpty()
        ? List.of()
        : OffsetsPath.of(experiment, AskedMoment.last(asked))
            .map(path -> MomentAnswer.of(asked, path))
            .orElse(List.of());
  }
}
