package org.escapement.theory.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.measure.Histogram;
import org.escapement.measure.Measure;
import org.escapement.model.AfterSteps;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.master.DensityGrid.Clock;
import org.escapement.theory.master.FokkerPlanck.Second;
import org.escapement.theory.moments.AskedMoment;
import org.escapement.theory.moments.LawPath;
import org.escapement.theory.moments.MomentAnswer;
import org.escapement.theory.moments.QuadraticPath;

/**
 * The master equation to second order: densities, moments and exits of P' = P + step (f' P)' +
 * step^2/2 ((C + f'^2) P)''.
 *
 * <p>On a quadratic its first two moments are exact, for the terms that it drops do not move them.
 * Its law is not: in a well, where the kicks balance the slope, dropped terms are as large as what
 * f'^2 adds to C, and its tails are powers.
 */
public final class DiscreteFokkerPlanck implements Prediction {

  @Override
  public String name() {
    return "discrete-fokker-planck";
  }

  @Override
  public String summary() {
    return "Histogram, moments and exit of the master equation to second order, with E g^2 for the"
        + " variance of g";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Ignashin et al. 2026 (arXiv 2605.22644); eigenvectors on a conservative grid (Chang,"
        + " Cooper 1970, J. Comput. Phys. 6, 1), exit by scale function and speed measure (Karlin,"
        + " Taylor 1981, 15.3)";
  }

  @Override
  public String validity() {
    return "one dimension, SGD, Euler-Maruyama or momentum 0, constant step size, noise of known"
        + " variance; densities much wider than a kick, and exits much slower than a step. Histograms"
        + " and the moments beside them: whole space, walls where the stationary density has fallen by"
        + " exp(-14), shares on two grids within 1e-3, less than 1e-3 of negative mass; moments of a"
        + " quadratic are those of the exact recursion, as they are for this equation. Exits:"
        + " interval, watched all the time";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line =
        Line.of(experiment)
            .filter(l -> l.isBounded() && experiment.monitoring() instanceof AfterSteps);
    Optional<FokkerPlanck> equation = FokkerPlanck.of(experiment, Second.UNCENTRED);
    return line.isPresent() && equation.isPresent()
        ? exit(line.get(), equation.get(), Descent.of(experiment).orElseThrow())
        : List.of();
  }

  private static List<Predicted> exit(Line line, FokkerPlanck equation, Descent descent) {
    OptionalDouble steps = equation.meanSteps(line);
    OptionalDouble below =
        equation.exit(line.start()).shareBelow(line.low(), line.high(), line.start());
    return steps.isPresent() && below.isPresent()
        ? Answer.mean(steps.getAsDouble(), descent.timeStep(), line, below.getAsDouble())
        : List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>(of(experiment));
    List<Histogram> histograms = BinAnswer.asked(measures);
    Optional<FokkerPlanck> equation = FokkerPlanck.of(experiment, Second.UNCENTRED);
    if (!histograms.isEmpty() && equation.isPresent()) {
      all.addAll(spread(equation.get(), experiment, histograms.get(0), measures));
    }
    return List.copyOf(all);
  }

  private List<Predicted> spread(
      FokkerPlanck equation,
      Experiment experiment,
      Histogram histogram,
      List<Measure<?>> measures) {
    List<AskedMoment> asked = AskedMoment.of(experiment, measures);
    long last = Math.max(BinAnswer.last(histogram, experiment), AskedMoment.last(asked));
    Optional<GridPath> path = GridPath.of(equation, Clock.STEPS, experiment, last);
    List<Predicted> all = new ArrayList<>();
    path.ifPresent(law -> all.addAll(BinAnswer.of(histogram, experiment, law, kind())));
    Optional<LawPath> moments =
        Modes.of(experiment.objective()).isPresent()
            ? QuadraticPath.of(experiment, last).map(law -> law)
            : path.map(law -> law);
    moments.ifPresent(law -> all.addAll(MomentAnswer.withoutSpread(asked, law)));
    return all;
  }
}
