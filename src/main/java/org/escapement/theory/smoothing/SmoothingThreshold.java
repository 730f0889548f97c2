package org.escapement.theory.smoothing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.model.Objective;
import org.escapement.noise.NoNoise;
import org.escapement.objective.SmoothedObjective;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;

/** Whether a local minimum is still there after smoothing, and the width at which it vanishes. */
public final class SmoothingThreshold implements Prediction {
  /** Places downhill of the start. */
  private static final int PLACES = 1024;

  /** Widths that are tried, up to twice the way out; then the first that fails is refined. */
  private static final int WIDTHS = 256;

  @Override
  public String name() {
    return "smoothing-threshold";
  }

  @Override
  public String summary() {
    return "Whether descent of f_delta from the start leaves the domain, because no minimum is left"
        + " on its way (exited_share); nothing measured stands beside the least delta for which it"
        + " does (vanishing_width), nor beside the standard deviation of one sample of f_delta at"
        + " the start (sample_deviation)";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "sign of f_delta' downhill of the start, f_delta(x) = E f(x - delta u) in closed form or"
        + " by quadrature";
  }

  @Override
  public String validity() {
    return "smoothed or exactly-smoothed on the line, no noise but its samples, domain that ends"
        + " downhill; small steps, many samples, long horizon: noise leaves earlier, and a slope that"
        + " is nearly flat takes long";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    boolean quiet = experiment.noise().parts().stream().allMatch(part -> part instanceof NoNoise);
    if (!quiet
        || experiment.dimension() != 1
        || !experiment.hasOneStart()
        || !(experiment.objective() instanceof SmoothedObjective smoothed)
        || Descent.of(experiment).isEmpty()) {
      return List.of();
    }
    Optional<Line> line = Line.of(experiment, smoothed.mean());
    return line.map(ends -> of(smoothed, ends)).orElse(List.of());
  }

  private static List<Predicted> of(SmoothedObjective smoothed, Line line) {
    OptionalDouble end = downhill(line);
    if (end.isEmpty()) {
      return List.of();
    }
    List<Predicted> all = new ArrayList<>();
    boolean leaves = leaves(smoothed.mean(), line.start(), end.getAsDouble());
    all.add(new Predicted("exited_share", leaves ? 1 : 0));
    vanishing(smoothed, line.start(), end.getAsDouble())
        .ifPresent(width -> all.add(new Predicted("vanishing_width", width)));
    double[] deviation = new double[1];
    smoothed.deviation(new double[][] {{line.start()}}, 1, deviation);
    all.add(new Predicted("sample_deviation", deviation[0]));
    return all;
  }

  /** The end of the domain towards which f_delta falls at the start; empty when there is none. */
  private static OptionalDouble downhill(Line line) {
    double slope = line.slope().applyAsDouble(line.start());
    double end = slope > 0 ? line.low() : line.high();
    return slope != 0 && Double.isFinite(end) ? OptionalDouble.of(end) : OptionalDouble.empty();
  }

  /** Whether f falls all the way. */
  private static boolean leaves(Objective f, double start, double end) {
    double direction = Math.signum(end - start);
    double[] slopes = Slopes.at(f, PLACES, p -> start + (end - start) * p / PLACES);
    for (double slope : slopes) {
      if (!(slope * direction < 0)) {
        return false;
      }
    }
    return true;
  }

  private static OptionalDouble vanishing(SmoothedObjective f, double start, double end) {
    double most = 2 * Math.abs(end - start);
    for (int k = 1; k <= WIDTHS; k++) {
      if (leaves(f.withWidth(most * k / WIDTHS), start, end)) {
        return OptionalDouble.of(
            refined(f, start, end, most * (k - 1) / WIDTHS, most * k / WIDTHS));
      }
    }
    return OptionalDouble.empty();
  }

  private static double refined(
      SmoothedObjective f, double start, double end, double stays, double leaves) {
    double low = stays;
    double high = leaves;
    for (int k = 0; k < 40; k++) {
      double middle = (low + high) / 2;
      if (leaves(f.withWidth(middle), start, end)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
