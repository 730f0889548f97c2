package org.escapement.theory.saddle;

import java.util.ArrayList;
import java.util.List;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.numeric.Panels;
import org.hipparchus.special.Erf;

/**
 * How long the mean of a finite sample's offsets, and nothing else, needs to push a ball off a
 * saddle.
 */
public final class SaddleDrift implements Prediction {
  /** Spacing of the logarithm of the push, and the least of them to its standard deviation. */
  private static final double SPACING = 0.1;

  private static final double LOWEST = -40;
  private static final double HIGHEST = 2.5;

  @Override
  public String name() {
    return "saddle-drift";
  }

  @Override
  public String summary() {
    return "Exit from a saddle by the mean of a finite sample's offsets, the noise about it"
        + " neglected";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "N = (kappa / ln r) int dw / (kappa w + |b| - c w^(p-1)) up to the wall, ln(1 + kappa"
        + " wall/|b|) / ln r without confinement, for the mean b ~ N(0, s^2/n) of the offsets; the"
        + " saddle of Wang, Lin, Abernethy 2020";
  }

  @Override
  public String validity() {
    return "as saddle-passage, with a finite sample that is not centred; any wall below the minimum";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return SaddleExit.of(experiment)
        .filter(exit -> exit.push() > 0)
        .map(SaddleDrift::predicted)
        .orElse(List.of());
  }

  private static List<Predicted> predicted(SaddleExit exit) {
    double timeStep = exit.descent().timeStep();
    List<Predicted> all = new ArrayList<>(Answer.mean(mean(exit) + 0.5, timeStep));
    for (SaddleExit.Share quantile : SaddleExit.SHARES) {
      double push = exit.push() * upperHalfNormal(quantile.share());
      all.add(new Predicted(quantile.quantity(), steps(exit, push) * timeStep));
    }
    return List.copyOf(all);
  }

  /** The number that a standard normal exceeds in size with the given probability. */
  private static double upperHalfNormal(double share) {
    return Math.sqrt(2) * Erf.erfcInv(share);
  }

  /** The mean over the push, by the trapezoidal rule in its logarithm. */
  private static double mean(SaddleExit exit) {
    double sum = 0;
    double weights = 0;
    for (double y = LOWEST; y < HIGHEST; y += SPACING) {
      double push = StrictMath.exp(y);
      double weight = push * StrictMath.exp(-0.5 * push * push);
      weights += weight;
      sum += weight * steps(exit, push * exit.push());
    }
    return sum / weights;
  }

  /** Steps from the saddle to the wall under a constant push, positive. */
  static double steps(SaddleExit exit, double push) {
    double kappa = exit.kappa();
    double linear = StrictMath.log1p(kappa * exit.wall() / push) / kappa;
    double slower = Panels.integral(w -> delay(exit, push, w), 0, exit.wall());
    return (linear + slower) * kappa / exit.growth().rate();
  }

  /** 1/speed at w, less what it is without confinement. */
  private static double delay(SaddleExit exit, double push, double w) {
    double free = exit.kappa() * w + push;
    double confinement = exit.strength() * StrictMath.pow(w, exit.power() - 1);
    return confinement / (free * (free - confinement));
  }
}
