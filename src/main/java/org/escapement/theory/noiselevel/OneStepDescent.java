package org.escapement.theory.noiselevel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.escapement.measure.Measure;
import org.escapement.measure.OneStepSmoothing;
import org.escapement.model.Directed;
import org.escapement.model.Objective;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/**
 * The mean of x - eta grad f(x) after one step with noise: as it is, and as it is published for
 * momentum.
 */
public final class OneStepDescent implements Prediction {
  private final boolean isPublished;

  private OneStepDescent(boolean isPublished) {
    this.isPublished = isPublished;
  }

  /** What is remembered shifts, what is drawn smooths. */
  public static OneStepDescent exact() {
    return new OneStepDescent(false);
  }

  /** The whole search direction but the gradient smooths. */
  public static OneStepDescent published() {
    return new OneStepDescent(true);
  }

  @Override
  public String name() {
    return isPublished ? "published-one-step-smoothing" : "exact-one-step-smoothing";
  }

  @Override
  public String summary() {
    return isPublished
        ? "Mean of x - eta grad f(x) after a step, were all but the gradient noise that smooths"
        : "Mean of x - eta grad f(x) after a step, its noise smoothing f around where it leads";
  }

  @Override
  public Kind kind() {
    return isPublished ? Kind.ASYMPTOTIC : Kind.EXACT;
  }

  @Override
  public boolean needsStart() {
    return false;
  }

  @Override
  public String source() {
    return isPublished
        ? "N. Sato, H. Iiduka, arXiv 2402.02325: E y' = y - eta grad F(y), F smoothed by delta = eta"
            + " sqrt(E |omega|^2), a d-th of its square in each coordinate"
        : "E y' = Y - eta grad F(Y), Y = x - eta E p, F smoothed by eta share w; mean by the rule of"
            + " Gauss and Hermite";
  }

  @Override
  public String validity() {
    return (isPublished ? "right where nothing is remembered; " : "")
        + "normal noise alike in all coordinates, and none in the steps before; "
        + (isPublished
            ? "objective with a closed form of its smoothing"
            : "separable objective; that smoothing-gap is 0 in the mean holds at all steps");
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    TreeSet<Long> steps = new TreeSet<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof OneStepSmoothing one) {
        for (long step : one.at().steps(experiment.horizon())) {
          steps.add(step);
        }
      }
    }
    List<Predicted> all = new ArrayList<>();
    for (long step : steps) {
      descended(experiment, step - 1).ifPresent(y -> add(OneStepSmoothing.DESCENDED, step, y, all));
      boolean isNoisy = OneStepSmoothing.width(experiment, step - 1).orElse(0.0) > 0;
      if (!isPublished && isNoisy) {
        add(OneStepSmoothing.GAP, step, new double[experiment.dimension()], all);
      }
    }
    return List.copyOf(all);
  }

  private static void add(String word, long step, double[] values, List<Predicted> to) {
    for (int k = 0; k < values.length; k++) {
      to.add(new Predicted(word + "." + (k + 1), step, values[k]));
    }
  }

  /** E y' of a step, counted from 0. */
  private Optional<double[]> descended(Experiment e, long step) {
    Optional<Double> width = OneStepSmoothing.width(e, step);
    Optional<KnownPast> past = width.flatMap(any -> KnownPast.of(e, step));
    if (past.isEmpty()) {
      return Optional.empty();
    }
    double eta = e.dynamics().stepSize().at(step);
    double share = ((Directed) e.dynamics()).share(step);
    return isPublished
        ? asPublished(e, past.get(), eta, share, width.get())
        : asItIs(e, past.get(), eta, share, width.get());
  }

  /** By quadrature, not by the closed form that the measure compares with. */
  private static Optional<double[]> asItIs(
      Experiment e, KnownPast past, double eta, double share, double width) {
    double[] aim = past.moved(eta, share, 1);
    return e.objective() instanceof Separable f
        ? NormalMean.slopes(f, aim, width).map(slopes -> descended(aim, slopes, eta))
        : Optional.empty();
  }

  private static Optional<double[]> asPublished(
      Experiment e, KnownPast past, double eta, double share, double width) {
    double[] y = past.moved(eta, 1, 0);
    double more = eta * eta * past.biasSquare(share) / y.length;
    double delta = Math.sqrt(width * width + more);
    return e.objective() instanceof Smoothable f
        ? smoothed(f, delta).map(smoothed -> descended(y, slopes(smoothed, y), eta))
        : Optional.empty();
  }

  /** Empty too where the mean is infinite: delta may be wider than any that is simulated. */
  private static Optional<Objective> smoothed(Smoothable f, double delta) {
    try {
      return f.smoothed(SmoothingLaw.GAUSSIAN, delta);
    } catch (IllegalArgumentException infinite) {
      return Optional.empty();
    }
  }

  private static double[] slopes(Objective f, double[] x) {
    double[][] at = new double[x.length][1];
    double[][] slope = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      at[k][0] = x[k];
    }
    f.gradient(at, 1, slope);
    return Arrays.stream(slope).mapToDouble(one -> one[0]).toArray();
  }

  private static double[] descended(double[] x, double[] slopes, double eta) {
    double[] y = x.clone();
    for (int k = 0; k < y.length; k++) {
      y[k] -= eta * slopes[k];
    }
    return y;
  }
}
