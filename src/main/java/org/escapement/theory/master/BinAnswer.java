package org.escapement.theory.master;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.measure.Histogram;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Spread;

/** Predicted shares of the bins of histograms. */
final class BinAnswer {
  /** Smaller shares drown in the errors of the methods. */
  private static final double SMALLEST = 1e-9;

  private BinAnswer() {}

  /** All histograms among some measures. */
  static List<Histogram> asked(List<Measure<?>> measures) {
    return measures.stream()
        .filter(Histogram.class::isInstance)
        .map(Histogram.class::cast)
        .toList();
  }

  /** The last step at which a histogram is taken. */
  static long last(Histogram histogram, Experiment experiment) {
    long[] steps = histogram.at().steps(experiment.horizon());
    return steps[steps.length - 1];
  }

  /** What a law says of a histogram; shares that are nearly 0 or 1 are left out. */
  static List<Predicted> of(
      Histogram histogram, Experiment experiment, CoordinateLaw law, Kind kind) {
    double[] edges =
        IntStream.rangeClosed(0, histogram.bins()).mapToDouble(histogram::to).toArray();
    List<Predicted> all = new ArrayList<>();
    for (long step : histogram.at().steps(experiment.horizon())) {
      law.below(step, edges).ifPresent(below -> add(histogram, step, below, kind, all));
    }
    return List.copyOf(all);
  }

  private static void add(
      Histogram histogram, long step, double[] below, Kind kind, List<Predicted> to) {
    for (int bin = 0; bin < histogram.rows(); bin++) {
      double share = (bin < below.length ? below[bin] : 1) - (bin > 0 ? below[bin - 1] : 0);
      if (share > SMALLEST && share < 1 - SMALLEST) {
        Spread spread = kind == Kind.EXACT ? Spread.ofOneTrial(share) : Spread.UNKNOWN;
        to.add(new Predicted(histogram.name(bin), step, share, spread));
      }
    }
  }
}
