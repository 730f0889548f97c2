package org.escapement.theory.pca;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.domain.WholeSpace;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Asked;
import org.escapement.theory.experiment.Descent;

/** By when streaming PCA has settled near its optimum: the bound of the third phase. */
public final class PcaSettling implements Prediction {

  @Override
  public String name() {
    return "pca-settling";
  }

  @Override
  public String summary() {
    return "Phase III of streaming PCA: the error is at most what is left of the first one and a"
        + " floor, both at the rate of the smallest gap";
  }

  @Override
  public Kind kind() {
    return Kind.BOUND;
  }

  @Override
  public String source() {
    return "the SDE of Liu et al., arXiv 1802.05155, phase III: E sum_k h_k^2 <= delta^2 exp(-2 gap"
        + " eta N/(1 - beta)) + eta phi/(2 (1 - beta) gap), phi = lambda_1 sum_k lambda_k";
  }

  @Override
  public String validity() {
    return "as limit-diffusion, start near the axis of the largest lambda; holds for the linear"
        + " motion about the optimum";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Optional<PcaStream> stream = PcaStream.of(experiment);
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.form() == Descent.Form.HEAVY_BALL);
    boolean applies =
        stream.isPresent()
            && descent.isPresent()
            && descent.get().clock() == Descent.Clock.GRADIENT
            && experiment.domain() instanceof WholeSpace
            && LimitOde.isSlow(stream.get(), descent.get())
            && PcaOptimum.isNear(stream.get(), experiment);
    if (!applies) {
      return List.of();
    }
    Asked asked = new Asked(measures, experiment.horizon());
    List<Predicted> all = new ArrayList<>();
    for (long step : asked.steps()) {
      if (asked.asks("off-axis", step)) {
        double left = left(stream.get(), experiment, step * descent.get().effectiveStep());
        double floor = descent.get().effectiveStep() * floor(stream.get());
        all.add(new Predicted("off-axis." + (stream.get().top() + 1), step, left + floor));
      }
    }
    return List.copyOf(all);
  }

  /** delta^2 exp(-2 gap t). */
  private static double left(PcaStream stream, Experiment experiment, double time) {
    double square = 0;
    for (int k = 0; k < stream.dimension(); k++) {
      double x = experiment.position().at(k);
      square += k == stream.top() ? 0 : x * x;
    }
    return square * StrictMath.exp(-2 * leastGap(stream) * time);
  }

  /** phi/(2 gap). */
  private static double floor(PcaStream stream) {
    double phi = 0;
    for (int k = 0; k < stream.dimension(); k++) {
      phi += k == stream.top() ? 0 : stream.lambda(stream.top()) * stream.lambda(k);
    }
    return phi / (2 * leastGap(stream));
  }

  private static double leastGap(PcaStream stream) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < stream.dimension(); k++) {
      least = k == stream.top() ? least : Math.min(least, stream.gap(k));
    }
    return least;
  }
}
