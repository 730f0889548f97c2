package org.escapement.theory.pca;

import java.util.List;
import java.util.Optional;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** The largest delay of the gradient that streaming PCA bears. */
public final class LargestDelay implements Prediction {

  @Override
  public String name() {
    return "largest-delay";
  }

  @Override
  public String summary() {
    return "Largest delay at which heavy ball on streaming PCA is stable: nothing measured stands"
        + " beside it, compare the cells";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "linear stability of x' = x + beta (x - x before) - eta a x_{k-tau} for the fastest"
        + " mode, the radial one, a = 2 lambda_1; the delays of arXiv 1806.01660 are read off its"
        + " figure";
  }

  @Override
  public String validity() {
    return "streaming-pca without added noise, delayed-heavy-ball with constant parameters, momentum"
        + " at least 0";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<PcaStream> stream = PcaStream.of(experiment);
    if (stream.isEmpty()
        || !(experiment.dynamics() instanceof DelayedHeavyBall d)
        || !d.stepSize().isConstant()
        || !d.momentum().isConstant()
        || d.momentum().at(0) < 0) {
      return List.of();
    }
    double rate = 2 * stream.get().lambda(stream.get().top()) * d.stepSize().at(0);
    int largest = DelayedMode.largestStableDelay(rate, d.momentum().at(0));
    return largest < 0 ? List.of() : List.of(new Predicted("largest_stable_delay", largest));
  }
}
