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

/** The limiting SDE of streaming PCA about its ODE: moments to first order in eta/(1 - beta). */
public final class LimitDiffusion implements Prediction {
  /** Largest epsilon P and epsilon b that count as small. */
  private static final double SMALL = 0.2;

  private static final double LARGEST_COST = 1e6;

  @Override
  public String name() {
    return "limit-diffusion";
  }

  @Override
  public String summary() {
    return "Moments of heavy ball on streaming PCA by the limiting SDE about the limiting ODE, to"
        + " first order in eta/(1 - beta); about an optimum E h_k^2 tends to eta lambda_1 lambda_k"
        + " / (2 (1 - beta) (lambda_1 - lambda_k))";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Liu, Chen, Zhou, Zhao, arXiv 1802.05155: dU = A U dt + Q^(1/2) dW, t = k eta/(1 - beta);"
        + " the mean to the same order by expanding the recursion";
  }

  @Override
  public String validity() {
    return "streaming-pca without added noise, sgd or heavy ball with constant parameters, eta/(1 -"
        + " beta) times the largest lambda at most 0.1, whole space, all deviations below 0.2";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Optional<PcaStream> stream = PcaStream.of(experiment);
    Optional<Descent> descent =
        Descent.of(experiment)
            .filter(d -> d.clock() == Descent.Clock.GRADIENT)
            .filter(d -> d.form() == Descent.Form.HEAVY_BALL);
    boolean applies =
        stream.isPresent()
            && descent.isPresent()
            && experiment.domain() instanceof WholeSpace
            && LimitOde.isSlow(stream.get(), descent.get());
    return applies
        ? of(
            new PcaFlow(stream.get(), experiment.position().toArray()),
            descent.get(),
            new Asked(measures, experiment.horizon()))
        : List.of();
  }

  private static List<Predicted> of(PcaFlow flow, Descent descent, Asked asked) {
    double epsilon = descent.effectiveStep();
    PcaFluctuation about = new PcaFluctuation(flow, descent.momentum());
    List<Predicted> all = new ArrayList<>();
    for (long step : asked.steps()) {
      if (about.cost(step * epsilon) > LARGEST_COST) {
        return List.copyOf(all);
      }
      about.moveTo(step * epsilon);
      PcaMoments moments = new PcaMoments(flow, about, step, epsilon);
      if (!(moments.largestDeviation() <= SMALL)) {
        return List.copyOf(all);
      }
      moments.addTo(all, asked, step);
    }
    return List.copyOf(all);
  }
}
