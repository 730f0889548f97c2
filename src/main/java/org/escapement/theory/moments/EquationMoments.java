package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.measure.Difference;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Approximated;
import org.escapement.theory.linear.LinearDiffusion;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.linear.ModifiedMode;

/**
 * Moments of a stochastic differential equation that an optimiser resembles. On a quadratic the
 * equation is linear, and its moments follow from a matrix exponential; on the line it has a
 * density.
 */
public final class EquationMoments implements Prediction {
  private static final String LI_TAI_E = "Li, Tai, E 2019 (JMLR 20(40)), ";
  private static final String WHERE = "quadratic, constant parameters, noise of finite variance; ";
  private static final String MORE = "on the line, without momentum and with normal noise, any f; ";

  private final String name;
  private final String summary;
  private final String source;
  private final String validity;
  private final Function<ModifiedMode, Optional<LinearDiffusion>> equation;
  private final OnTheLine onTheLine;

  /** The law where f is no quadratic, empty where it is not known. */
  private interface OnTheLine {
    Optional<LawPath> of(Experiment experiment, Approximated optimizer);
  }

  private EquationMoments(
      String name,
      String summary,
      String source,
      String validity,
      Function<ModifiedMode, Optional<LinearDiffusion>> equation,
      OnTheLine onTheLine) {
    this.name = name;
    this.summary = summary;
    this.source = source;
    this.validity = validity;
    this.equation = equation;
    this.onTheLine = onTheLine;
  }

  /** The modified equation of order 1 of SGD, heavy ball and Nesterov's gradient. */
  public static Prediction order1() {
    return new EquationMoments(
        "modified-equation-1",
        "Moments of the modified equation of order 1, which an optimiser resembles",
        LI_TAI_E + "corollary 10 and theorem 14",
        WHERE
            + MORE
            + "over a fixed time the error is O(step), with momentum at fixed (1 - momentum) /"
            + " sqrt(step) O(sqrt(step))",
        mode -> mode.modified(1),
        (experiment, sgd) -> EquationDensity.of(experiment, sgd, EquationDensity.ofOrder(1)));
  }

  /** The modified equation of order 2. */
  public static Prediction order2() {
    return new EquationMoments(
        "modified-equation-2",
        "Moments of the modified equation of order 2, which an optimiser resembles",
        LI_TAI_E + "theorems 9, 14 and 16",
        WHERE
            + MORE
            + "over a fixed time the error is O(step^2), with momentum at fixed (1 - momentum) /"
            + " sqrt(step) O(step)",
        mode -> mode.modified(2),
        (experiment, sgd) -> EquationDensity.of(experiment, sgd, EquationDensity.ofOrder(2)));
  }

  /** The Hessian-aware equation of SGD. */
  public static Prediction hessianAware() {
    return new EquationMoments(
        "hessian-aware-equation",
        "Moments of the equation that on a quadratic has the law of SGD at the steps",
        "Li, Shen, Zhang, He 2024 (arXiv 2405.18373)",
        WHERE
            + MORE
            + "SGD with step * curvature < 1; no error on a quadratic with noise that is the same"
            + " everywhere, else O(step^2) over a fixed time",
        ModifiedMode::hessianAware,
        (experiment, sgd) -> EquationDensity.of(experiment, sgd, EquationDensity.hessianAware()));
  }

  /** The limit of momentum at fixed beta. */
  public static Prediction overdamped() {
    return new EquationMoments(
        "overdamped-equation",
        "Moments, on a quadratic, of dX = -f' dt + sqrt(dt) noise with dt = step / (1 - momentum)",
        "Liu, Chen, Zhou, Zhao 2021 (arXiv 1802.05155); its stationary variance is step noise^2 /"
            + " (2 curvature (1 - momentum))",
        WHERE
            + "momentum above 0; exact as the step goes to 0 at fixed momentum, needs 4 step *"
            + " curvature far below (1 - momentum)^2",
        ModifiedMode::overdamped,
        (experiment, sgd) -> Optional.empty());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String summary() {
    return summary;
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public String validity() {
    return validity;
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    List<AskedMoment> asked = AskedMoment.of(experiment, measures);
    if (!asked.isEmpty()) {
      path(experiment).ifPresent(path -> all.addAll(MomentAnswer.of(asked, path)));
    }
    for (Measure<?> measure : measures) {
      if (measure instanceof Difference difference) {
        all.addAll(differences(difference, experiment));
      }
    }
    return List.copyOf(all);
  }

  /** Where both sides are exact the exact prediction says it all. */
  private List<Predicted> differences(Difference difference, Experiment experiment) {
    List<AskedMoment> asked = MomentAnswer.asked(difference, experiment);
    long last = AskedMoment.last(asked);
    Experiment companion = experiment.with(difference.companion(experiment.dynamics()));
    boolean isItself =
        Approximated.of(companion).flatMap(Approximated::itself).map(name::equals).orElse(false);
    if (!isItself || LawPath.exact(companion, last).isPresent()) {
      return List.of();
    }
    Optional<LawPath> own = LawPath.exact(experiment, last);
    Optional<LawPath> other = own.flatMap(path -> path(companion));
    return other
        .map(path -> MomentAnswer.differences(difference, asked, own.get(), path))
        .orElse(List.of());
  }

  private Optional<LawPath> path(Experiment experiment) {
    Optional<Approximated> optimizer =
        Approximated.of(experiment).filter(a -> a.itself().map(name::equals).orElse(true));
    if (optimizer.isEmpty()) {
      return Optional.empty();
    }
    if (Modes.of(experiment.objective()).isPresent()) {
      return EquationPath.of(experiment, optimizer.get(), equation);
    }
    return onTheLine.of(experiment, optimizer.get());
  }
}
