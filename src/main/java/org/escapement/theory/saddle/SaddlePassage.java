package org.escapement.theory.saddle;

import java.util.ArrayList;
import java.util.List;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;

/**
 * The whole law of the time that noise needs to drive a ball, with momentum or not, off a saddle.
 */
public final class SaddlePassage implements Prediction {
  /** The law forgets exits from which it comes back: few when the wall is so far away. */
  private static final double WIDE = 5;

  /** e-folds after which only the growing mode is left. */
  private static final double LATE = 40;

  /** How much a wall may feel the confinement where a lasting push bends the way to it as well. */
  private static final double NEARLY_LINEAR = 1.01;

  @Override
  public String name() {
    return "saddle-passage";
  }

  @Override
  public String summary() {
    return "Exit of heavy ball from a saddle: mean and quantiles of the exact linear first-passage"
        + " law, the last stretch by the slow flow";
  }

  /** Not exact: it takes a ball that has left and come back for one that never left. */
  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "P(N > t) = E erf(r / sqrt(2 Var x_t)) with the variance of the linear recursion itself,"
        + " as in Day 1995, Stochastics 50, 265; for the saddle of Wang, Lin, Abernethy 2020";
  }

  @Override
  public String validity() {
    return "separable objective with one unstable coordinate (quadratic, saddle, saddle-toy),"
        + " normal noise or a finite sample of it, heavy ball with constant parameters, start at the"
        + " saddle; interval, box or slab symmetric in that coordinate, below the minimum, at least 5"
        + " standard deviations of the limit variable wide; raw finite samples only where the wall"
        + " feels the confinement by less than 1 %";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return SaddleExit.of(experiment)
        .filter(SaddlePassage::applies)
        .map(exit -> predicted(exit.law(exit.equivalentWall()), exit.descent().timeStep()))
        .orElse(List.of());
  }

  /** Whether the wall is as far away as the law needs it. */
  static boolean applies(SaddleExit exit) {
    double wall = exit.equivalentWall();
    boolean linear = exit.push() == 0 || wall <= NEARLY_LINEAR * exit.wall();
    return linear && exit.law(wall).survival(1) == 1 && isWide(exit);
  }

  /** Against the limit of x_t / r^t, by the part of the kicks that is new at each step. */
  static boolean isWide(SaddleExit exit) {
    double wall = exit.equivalentWall();
    LinearGrowth growth = exit.growth();
    double late = LATE / growth.rate();
    double variance = exit.law(wall).kick().mean() * growth.variance(late);
    return wall >= WIDE * Math.sqrt(variance) * StrictMath.exp(-LATE);
  }

  public static List<Predicted> predicted(PassageLaw law, double timeStep) {
    List<Predicted> all = new ArrayList<>(Answer.mean(law.mean(), timeStep));
    for (SaddleExit.Share quantile : SaddleExit.SHARES) {
      all.add(new Predicted(quantile.quantity(), law.quantile(quantile.share()) * timeStep));
    }
    return List.copyOf(all);
  }
}
