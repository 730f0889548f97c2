package org.escapement.theory.pca;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.WholeSpace;
import org.escapement.measure.Measure;
import org.escapement.model.Region;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Asked;
import org.escapement.theory.experiment.Descent;

/** Where the limiting ODE of streaming PCA is, and when it leaves the domain. */
public final class LimitOde implements Prediction {
  /** Largest rate times stride of the search for the end of the path. */
  private static final double STRIDE = 0.02;

  /** After some thousand e-folds nothing moves any more. */
  private static final long MOST_STRIDES = 200_000;

  @Override
  public String name() {
    return "limit-ode";
  }

  @Override
  public String summary() {
    return "Heavy ball on streaming PCA as step size goes to 0: dX/dt = Lambda X - (X'Lambda X) X,"
        + " a step being eta/(1 - beta) of its time";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Liu, Chen, Zhou, Zhao, arXiv 1802.05155, and its solution h_i exp(lambda_i t) /"
        + " |h exp(Lambda t)|";
  }

  @Override
  public String validity() {
    return "streaming-pca without added noise, constant parameters, eta/(1 - beta) times the largest"
        + " lambda at most 0.1, times of order 1; exits only from starts that no noise is needed to"
        + " leave; means only in the whole space";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return of(experiment, List.of());
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Optional<PcaStream> stream = PcaStream.of(experiment);
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.clock() == Descent.Clock.GRADIENT);
    if (stream.isEmpty() || descent.isEmpty()) {
      return List.of();
    }
    PcaFlow flow = new PcaFlow(stream.get(), experiment.position().toArray());
    if (flow.isAtRest() || !isSlow(stream.get(), descent.get())) {
      return List.of();
    }
    return experiment.domain() instanceof WholeSpace
        ? means(flow, descent.get(), new Asked(measures, experiment.horizon()))
        : exit(flow, descent.get(), experiment);
  }

  static boolean isSlow(PcaStream stream, Descent descent) {
    double rate = stream.lambda(stream.top()) * descent.effectiveStep();
    return descent.momentum() >= 0 && rate <= 0.1;
  }

  private static List<Predicted> means(PcaFlow flow, Descent descent, Asked asked) {
    List<Predicted> all = new ArrayList<>();
    for (long step : asked.steps()) {
      double[] x = flow.at(step * descent.effectiveStep());
      for (int k = 0; k < x.length && asked.asks("mean", step); k++) {
        all.add(new Predicted("mean." + (k + 1), step, x[k]));
      }
    }
    return List.copyOf(all);
  }

  private static List<Predicted> exit(PcaFlow flow, Descent descent, Experiment experiment) {
    double stride = STRIDE / flow.stream().lambda(flow.stream().top());
    double last = experiment.horizon() * descent.effectiveStep();
    Region region = experiment.region().start(experiment.objective(), 1);
    OptionalDouble exit = OptionalDouble.empty();
    for (long j = 1; j <= MOST_STRIDES && j * stride <= last && exit.isEmpty(); j++) {
      if (!isInside(region, flow.at(j * stride))) {
        exit = OptionalDouble.of(crossing(region, flow, (j - 1) * stride, j * stride));
      }
    }
    return exit.isEmpty()
        ? List.of()
        : Answer.mean(exit.getAsDouble() / descent.effectiveStep(), descent.timeStep());
  }

  private static double crossing(Region region, PcaFlow flow, double inside, double outside) {
    double low = inside;
    double high = outside;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      if (isInside(region, flow.at(middle))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static boolean isInside(Region region, double[] x) {
    double[][] lane = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      lane[k][0] = x[k];
    }
    double[] margin = new double[1];
    region.margin(lane, 1, margin);
    return margin[0] > 0;
  }
}
