package org.escapement.theory.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.measure.Histogram;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.moments.DensityPath;
import org.escapement.theory.moments.QuadraticPath;

/** How the point is spread over the bins of a histogram, by the master equation of the chain. */
public final class ExactHistogram implements Prediction {

  @Override
  public String name() {
    return "exact-histogram";
  }

  @Override
  public String summary() {
    return "Shares of the bins of a histogram, from the master equation of what is simulated";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "P'(w) = E Int delta(w - w' + step g(w')) P(w') dw' (Ignashin et al. 2026, arXiv"
        + " 2605.22644): the normal law where all is linear, else the trapezoid rule (Trefethen,"
        + " Weideman 2014, SIAM Review 56, 385), the last kick integrated exactly";
  }

  @Override
  public String validity() {
    return "quadratic in any dimension, any linear dynamics with any schedule, normal noise that is"
        + " the same everywhere, or reshuffled finite samples within the first epoch and on a flat"
        + " direction. Else one dimension, whole space, SGD, Euler-Maruyama or momentum 0, constant"
        + " step size, normal noise that may depend on the position but not vanish; two grids agree"
        + " to 1e-8. Shares below 1e-9 are left out. Nothing may end before the step";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    for (Histogram histogram : BinAnswer.asked(measures)) {
      law(experiment, histogram)
          .ifPresent(law -> all.addAll(BinAnswer.of(histogram, experiment, law, Kind.EXACT)));
    }
    return List.copyOf(all);
  }

  private static Optional<CoordinateLaw> law(Experiment experiment, Histogram histogram) {
    int i = histogram.coordinate() - 1;
    long last = BinAnswer.last(histogram, experiment);
    Optional<CoordinateLaw> drawn =
        OffsetsPath.of(experiment, last)
            .map(path -> (step, edges) -> path.at(step).normalLaw(i).map(law -> law.below(edges)));
    Optional<CoordinateLaw> normal =
        QuadraticPath.of(experiment, last)
            .filter(path -> path.at(0).normalLaw(i).isPresent())
            .map(path -> (step, edges) -> path.at(step).normalLaw(i).map(law -> law.below(edges)));
    return drawn
        .or(() -> normal)
        .or(() -> DensityPath.of(experiment, last).map(path -> path::below));
  }
}
