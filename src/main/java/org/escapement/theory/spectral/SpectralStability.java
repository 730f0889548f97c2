package org.escapement.theory.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/**
 * What is known of momentum SGD on least squares beside its loss: where it is stable, how fast the
 * loss changes in the end, and which step size and momentum would have been best.
 */
public final class SpectralStability implements Prediction {
  /** Modes beyond which the optimum takes too long. */
  private static final int MOST_MODES = 2000;

  private static final double LARGEST_MOMENTUM = 0.98;

  private static final Remembered<Question, OptimalStep> BEST = new Remembered<>();

  private final boolean exact;

  private SpectralStability(boolean exact) {
    this.exact = exact;
  }

  /** Which problem, and how many steps. */
  private record Question(Object objective, Object start, long horizon) {}

  /** Of data for which it is exact. */
  public static SpectralStability exact() {
    return new SpectralStability(true);
  }

  /** Of other data, as if they were translation-invariant. */
  public static SpectralStability meanField() {
    return new SpectralStability(false);
  }

  @Override
  public String name() {
    return exact ? "exact-spectral-stability" : "mean-field-stability";
  }

  @Override
  public String summary() {
    return exact
        ? "Where the mean loss of momentum SGD on least squares tends to 0, how fast in the end, and"
            + " the best parameters: critical_step_size, noise_gain U(1), loss_factor (of a step in"
            + " the long run), best_step_size and best_momentum at the horizon; C_s, C_n and t* for"
            + " power laws: signal_constant, noise_constant, transition_step"
        : "The same for other data, if noise is as in translation-invariant data";
  }

  @Override
  public Kind kind() {
    return exact ? Kind.EXACT : Kind.ASYMPTOTIC;
  }

  @Override
  public boolean isMeasurable() {
    return false;
  }

  @Override
  public String source() {
    return "Velikanov, Kuznedelev, Yarotsky, arXiv 2206.11124: stable where alpha lambda_max < 2 (1 +"
        + " beta) and U(1) < 1; the loss grows by 1/r with r U(r) = 1";
  }

  @Override
  public String validity() {
    return (exact ? "as exact-spectral-loss" : "as mean-field-loss")
        + "; the best parameters for up to 2000 modes, momentum up to 0.98";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<SpectralExperiment> spectral =
        SpectralExperiment.of(experiment)
            .filter(one -> (one.gamma() == 0 || one.isExact()) == exact);
    return spectral.map(one -> of(experiment, one)).orElse(List.of());
  }

  private List<Predicted> of(Experiment experiment, SpectralExperiment one) {
    SpectralProblem problem = exact ? one.problem() : one.problem(1);
    Step step = one.step();
    List<Predicted> all = new ArrayList<>();
    double critical = Stability.criticalStep(problem, step.beta());
    all.add(new Predicted("critical_step_size", critical));
    Stability.noiseGain(problem, step)
        .ifPresent(gain -> all.add(new Predicted("noise_gain", gain)));
    all.add(new Predicted("loss_factor", Growth.of(problem, step).factor()));
    if (exact) {
      PowerLawPrediction.law(one).ifPresent(law -> addConstants(law, all));
    }
    if (problem.modes().size() <= MOST_MODES) {
      Question question =
          new Question(experiment.objective(), experiment.position(), experiment.horizon());
      OptimalStep best = BEST.of(question, asked -> best(problem, asked.horizon()));
      all.add(new Predicted("best_step_size", best.step().alpha()));
      all.add(new Predicted("best_momentum", best.step().beta()));
    }
    return List.copyOf(all);
  }

  private static void addConstants(PowerLawLoss law, List<Predicted> all) {
    all.add(new Predicted("signal_constant", law.signal()));
    if (law.noise() > 0) {
      all.add(new Predicted("noise_constant", law.noise()));
    }
    if (law.phase() == PowerLawLoss.Phase.NOISE) {
      all.add(new Predicted("transition_step", law.transition()));
    }
  }

  private static OptimalStep best(SpectralProblem problem, long horizon) {
    return OptimalStep.of(
        problem, OptimalStep.lossAt(problem, horizon), -LARGEST_MOMENTUM, LARGEST_MOMENTUM);
  }
}
