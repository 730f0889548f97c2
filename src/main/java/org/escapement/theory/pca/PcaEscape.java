package org.escapement.theory.pca;

import java.util.List;
import java.util.Optional;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.saddle.PassageLaw;
import org.escapement.theory.saddle.SaddlePassage;

/** How long momentum on streaming PCA needs to leave the saddle, by the roots of its iteration. */
public final class PcaEscape implements Prediction {
  /** Shares of censored trajectories beyond which the mean says nothing. */
  private static final double MANY = 0.01;

  @Override
  public String name() {
    return "pca-escape";
  }

  @Override
  public String summary() {
    return "Exit of heavy ball on streaming PCA from the saddle below the top: mean, quantiles and"
        + " share, with the exact root of the linear iteration";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Liu et al., arXiv 1802.05155, with the tangent of the angle as the variable that grows"
        + " and the variance of the linear recursion itself in place of its SDE limit";
  }

  @Override
  public String validity() {
    return "streaming-pca without added noise, sgd or heavy ball with constant parameters, eta/(1 -"
        + " beta) times the largest lambda at most 0.1, start a unit vector along the axis of the"
        + " second largest lambda, cone or slab about the largest one's, at least 3 standard"
        + " deviations wide";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<PcaSaddle> saddle = PcaSaddle.of(experiment);
    if (saddle.isEmpty()) {
      return List.of();
    }
    PassageLaw law = saddle.get().law();
    double censored = law.survival(experiment.horizon());
    return censored > MANY
        ? List.of(new Predicted("exited_share", 1 - censored))
        : SaddlePassage.predicted(law, saddle.get().descent().timeStep());
  }
}
