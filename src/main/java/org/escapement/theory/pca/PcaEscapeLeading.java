package org.escapement.theory.pca;

import java.util.List;
import java.util.Optional;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** How long momentum on streaming PCA needs to leave the saddle, by the limiting SDE. */
public final class PcaEscapeLeading implements Prediction {
  private static final double MANY = 0.01;

  @Override
  public String name() {
    return "pca-escape-leading";
  }

  @Override
  public String summary() {
    return "Exit of heavy ball on streaming PCA from the saddle below the top, leading order: (1 -"
        + " beta)/(2 eta gap) times a logarithm, and the share that has left by the horizon";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "the SDE of Liu et al., arXiv 1802.05155, phase I: P(|h_1| >= delta at N) = P(|Z| >="
        + " delta/sqrt(eta alpha^2 (exp(2 gap eta N/(1 - beta)) - 1)/(2 (1 - beta) gap)))";
  }

  @Override
  public String validity() {
    return "as pca-escape; right while 4 eta gap is far below (1 - beta)^2";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<PcaSaddle> saddle = PcaSaddle.of(experiment);
    if (saddle.isEmpty()) {
      return List.of();
    }
    double left = leftBy(experiment.horizon(), saddle.get());
    return 1 - left > MANY
        ? List.of(new Predicted("exited_share", left))
        : Answer.mean(meanSteps(saddle.get()), saddle.get().descent().timeStep());
  }

  /** P(|h_1| >= offset) after so many steps. */
  static double leftBy(double steps, PcaSaddle saddle) {
    double growth = StrictMath.expm1(2 * saddle.leadingRate() * steps);
    return Erf.erfc(saddle.offset() / (saddle.spread() * Math.sqrt(2 * growth)));
  }

  /** (ln(2 tangent^2/V) + 0.5772) / (2 rate), V the variance over one e-fold. */
  static double meanSteps(PcaSaddle saddle) {
    double ratio = saddle.tangent() / saddle.spread();
    return (StrictMath.log(2 * ratio * ratio) + Gamma.GAMMA) / (2 * saddle.leadingRate());
  }
}
