package org.escapement.theory.master;

import java.util.List;
import java.util.Optional;
import org.escapement.measure.Histogram;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.master.DensityGrid.Clock;
import org.escapement.theory.master.FokkerPlanck.Second;

/** The density of Langevin's equation dX = -f' dt + sqrt(step C) dW with dt = step. */
public final class LangevinHistogram implements Prediction {

  @Override
  public String name() {
    return "langevin-histogram";
  }

  @Override
  public String summary() {
    return "Histogram of Langevin's equation dX = -f' dt + sqrt(step) noise dW, dt = step";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "its Fokker-Planck equation on a conservative grid (Chang, Cooper 1970, J. Comput. Phys."
        + " 6, 1); its moments are modified-equation-1, its exits overdamped-diffusion";
  }

  @Override
  public String validity() {
    return "one dimension, whole space, SGD, Euler-Maruyama or momentum 0, constant step size, noise"
        + " of known variance, which may depend on the position (Ito); small steps: its stationary"
        + " variance in a parabola is too small by the factor 1 - step f''/2. Shares on two grids"
        + " within 1e-3";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Histogram> histograms = BinAnswer.asked(measures);
    if (histograms.isEmpty()) {
      return List.of();
    }
    long last = BinAnswer.last(histograms.get(0), experiment);
    Optional<GridPath> path =
        FokkerPlanck.of(experiment, Second.CENTRED)
            .flatMap(equation -> GridPath.of(equation, Clock.TIME, experiment, last));
    return path.map(law -> BinAnswer.of(histograms.get(0), experiment, law, kind()))
        .orElse(List.of());
  }
}
