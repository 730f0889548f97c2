package org.escapement.theory.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.domain.WholeSpace;
import org.escapement.measure.Frame;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/**
 * Means and second moments of SGD on a stream of linear regression at every step. They need two
 * moments of the iterates, but a measured mean square has a standard error that can be trusted only
 * where the stationary law has eight.
 */
public final class RegressionMoments implements Prediction {
  private static final double TRUSTED_INDEX = 8;

  private final boolean trusted;

  private RegressionMoments(boolean trusted) {
    this.trusted = trusted;
  }

  /** Where a deviation of many standard errors is as rare as the normal law says. */
  public static RegressionMoments trusted() {
    return new RegressionMoments(true);
  }

  /** Where tails are heavier than that. */
  public static RegressionMoments heavy() {
    return new RegressionMoments(false);
  }

  @Override
  public String name() {
    return trusted ? "exact-regression-moments" : "regression-moments";
  }

  @Override
  public String summary() {
    return trusted
        ? "Second moments of linear regression at every step, by their linear recursion"
        : "The same where heavy tails make the mean of squares converge slowly";
  }

  @Override
  public Kind kind() {
    return trusted ? Kind.EXACT : Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "E zz'Pzz' = 2P + tr(P) I for standard normal z and symmetric P (Isserlis 1918)";
  }

  @Override
  public String validity() {
    return "linear-regression with isotropic inputs, label noise and the truth at the origin, SGD,"
        + " constant step size, whole space; tail index "
        + (trusted
            ? "above 8, so that the standard error of a mean square has one itself"
            : "in (2, 8]: the predicted mean is exact, but the measured one is not yet normal");
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Optional<Regression> regression =
        Regression.of(experiment)
            .filter(r -> r.label() > 0 && experiment.domain() instanceof WholeSpace);
    List<Moments> asked =
        measures.stream()
            .filter(m -> m instanceof Moments)
            .map(m -> (Moments) m)
            .filter(m -> m.frame().equals(Frame.PLAIN))
            .toList();
    if (regression.isEmpty() || asked.isEmpty() || !applies(regression.get())) {
      return List.of();
    }
    double curvature = regression.get().h() / experiment.dynamics().stepSize().at(0);
    List<Predicted> all = new ArrayList<>();
    for (Moments moments : asked) {
      for (long step : moments.at().steps(experiment.horizon())) {
        AtStep at = new AtStep(regression.get(), experiment.position(), step);
        moments.of().forEach(word -> at.add(word, curvature, all));
      }
    }
    return all;
  }

  private boolean applies(Regression regression) {
    return regression.squareFactor() < 1 && trusted == regression.hasMoment(TRUSTED_INDEX);
  }

  /**
   * The moments after so many steps: E x' = (1 - h) E x, and with P = E xx', P' = (1 - 2h + h^2 (b
   * + 1)/b) P + h^2/b (tr P + label^2) I.
   */
  private record AtStep(Regression regression, Vector start, long step) {

    void add(String word, double curvature, List<Predicted> all) {
      int d = start.size();
      switch (word) {
        case "loss" -> all.add(new Predicted(word, step, curvature / 2 * square()));
        case "norm" -> all.add(new Predicted(word, step, square()));
        case "mean" -> {
          for (int k = 0; k < d; k++) {
            double mean = StrictMath.pow(1 - regression.h(), step) * start.at(k);
            all.add(new Predicted(word + "." + (k + 1), step, mean));
          }
        }
        case "second" -> {
          for (int k = 0; k < d; k++) {
            double value = square() / d + apart(start.at(k) * start.at(k) - startSquare() / d);
            all.add(new Predicted(word + "." + (k + 1) + "." + (k + 1), step, value));
          }
        }
        default -> {}
      }
    }

    private double startSquare() {
      double sum = 0;
      for (int k = 0; k < start.size(); k++) {
        sum += start.at(k) * start.at(k);
      }
      return sum;
    }

    /** E |x|^2. */
    private double square() {
      double limit = regression.stationarySquare();
      return limit + StrictMath.pow(regression.squareFactor(), step) * (startSquare() - limit);
    }

    /** What is left of a difference between directions. */
    private double apart(double atStart) {
      double h = regression.h();
      double factor = 1 - 2 * h + h * h * (regression.batch() + 1.0) / regression.batch();
      return StrictMath.pow(factor, step) * atStart;
    }
  }
}
