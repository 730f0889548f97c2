package org.escapement.theory.spectral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Asked;

/** The mean loss of momentum SGD on least squares at each measured step, mode by mode. */
public final class SpectralLoss implements Prediction {
  /** Of the critical step: below, the loss of a run has a deviation of no more than its mean. */
  private static final double TRUSTED = 0.8;

  /** Of the first loss: below, rounding in the simulation shows. */
  private static final double EXACT_DIGITS = 1e-10;

  /** Mode-steps that the recursion makes at once. */
  private static final double QUICK = 1e6;

  /** Beyond these it is not tried. */
  private static final double MOST_WORK = 1e9;

  /** Of the loss, that a contour may be off. */
  private static final double ERROR = 1e-5;

  private final Variant variant;

  private SpectralLoss(Variant variant) {
    this.variant = variant;
  }

  private enum Variant {
    NOISELESS(
        "exact-full-batch-loss",
        Kind.EXACT,
        "Loss of the heavy ball on least squares when every batch is all data",
        "the heavy ball mode by mode",
        "least-squares with batches of all rows, any data of up to 1500 rows or coordinates"),
    EXACT(
        "exact-spectral-loss",
        Kind.EXACT,
        "Mean loss of momentum SGD on least squares, by the recursion of one mode after the other",
        "Velikanov, Kuznedelev, Yarotsky, arXiv 2206.11124, spectrally expressible noise",
        "least-squares on torus data (tau1 = tau2 = 1), linear-regression without label noise (tau1"
            + " = 1, tau2 = -1); step size below 0.8 of the critical one, so that the measured mean"
            + " has a standard error"),
    HEAVY(
        "spectral-loss",
        Kind.ASYMPTOTIC,
        "The same where the measured mean is not near it: few trajectories carry the loss, or rounding",
        "Velikanov, Kuznedelev, Yarotsky, arXiv 2206.11124, spectrally expressible noise",
        "the same from 0.8 of the critical step size on: the predicted mean is exact, but the"
            + " measured one is not near it for any number of trajectories one can run; with batches of"
            + " all rows below 1e-10 of the first loss, where rounding shows"),
    MEAN_FIELD(
        "mean-field-loss",
        Kind.ASYMPTOTIC,
        "Mean loss of momentum SGD if noise is as in translation-invariant data, tau1 = tau2 = 1",
        "Velikanov, Kuznedelev, Yarotsky, arXiv 2206.11124, SE(1, 1)",
        "least-squares on data that some w explains, of up to 1500 rows or coordinates, batches"
            + " with or without replacement; an approximation"),
    GAUSSIAN(
        "gaussian-loss",
        Kind.ASYMPTOTIC,
        "Mean loss of momentum SGD if noise is as in normal data, tau1 = 1, tau2 = -1",
        "Velikanov, Kuznedelev, Yarotsky, arXiv 2206.11124, SE(1, -1)",
        "as mean-field-loss");

    private final String word;
    private final Kind kind;
    private final String summary;
    private final String source;
    private final String validity;

    Variant(String word, Kind kind, String summary, String source, String validity) {
      this.word = word;
      this.kind = kind;
      this.summary = summary;
      this.source = source;
      this.validity =
          validity + "; heavy-ball or pytorch-momentum with constant parameters, whole space";
    }
  }

  /** Whether one of these gives the mean of the loss that is simulated. */
  public static boolean isKnown(Experiment experiment) {
    return SpectralExperiment.of(experiment).filter(SpectralExperiment::isExact).isPresent();
  }

  /** Where nothing is random. */
  public static SpectralLoss noiseless() {
    return new SpectralLoss(Variant.NOISELESS);
  }

  /** Where it is the mean of what is simulated, and that mean can be measured. */
  public static SpectralLoss exact() {
    return new SpectralLoss(Variant.EXACT);
  }

  /** Where that mean cannot be measured. */
  public static SpectralLoss heavy() {
    return new SpectralLoss(Variant.HEAVY);
  }

  /** For other data, as if they were translation-invariant. */
  public static SpectralLoss meanField() {
    return new SpectralLoss(Variant.MEAN_FIELD);
  }

  /** For other data, as if they were normal and fresh. */
  public static SpectralLoss gaussian() {
    return new SpectralLoss(Variant.GAUSSIAN);
  }

  @Override
  public String name() {
    return variant.word;
  }

  @Override
  public String summary() {
    return variant.summary;
  }

  @Override
  public Kind kind() {
    return variant.kind;
  }

  @Override
  public boolean isCertain() {
    return variant == Variant.NOISELESS;
  }

  @Override
  public String source() {
    return variant.source;
  }

  @Override
  public String validity() {
    return variant.validity;
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    Asked asked = new Asked(measures, experiment.horizon());
    long[] steps =
        asked.steps().stream().filter(t -> asked.asks("loss", t)).mapToLong(t -> t).toArray();
    if (steps.length == 0) {
      return List.of();
    }
    Optional<SpectralExperiment> spectral = SpectralExperiment.of(experiment).filter(this::applies);
    return spectral.map(one -> at(steps, one)).orElse(List.of());
  }

  private boolean applies(SpectralExperiment one) {
    return switch (variant) {
      case NOISELESS -> one.gamma() == 0;
      case EXACT -> one.gamma() > 0 && one.isExact() && isTrusted(one);
      case HEAVY -> one.gamma() == 0 || one.isExact() && !isTrusted(one);
      case MEAN_FIELD, GAUSSIAN -> !one.isExact();
    };
  }

  private static boolean isTrusted(SpectralExperiment one) {
    double critical = Stability.criticalStep(one.problem(), one.step().beta());
    return one.step().alpha() < TRUSTED * critical;
  }

  private List<Predicted> at(long[] steps, SpectralExperiment one) {
    SpectralProblem problem = variant == Variant.MEAN_FIELD ? one.problem(1) : one.problem();
    double[] losses = losses(problem, one.step(), steps);
    double rounded = one.gamma() == 0 ? EXACT_DIGITS * one.modes().startLoss() : 0;
    List<Predicted> all = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      boolean isRounded = losses[i] < rounded;
      boolean isMine = one.gamma() > 0 || isRounded == (variant == Variant.HEAVY);
      if (isMine && losses[i] < Double.POSITIVE_INFINITY) {
        all.add(new Predicted("loss", steps[i], one.floor() + losses[i]));
      }
    }
    return List.copyOf(all);
  }

  /** By recursion where that is quick or a contour not good enough; NaN where both are not. */
  static double[] losses(SpectralProblem problem, Step step, long[] steps) {
    double size = problem.modes().size();
    if (size * steps[steps.length - 1] <= QUICK) {
      return LossRecursion.losses(problem, step, steps);
    }
    LossInversion inversion = new LossInversion(problem, step);
    double[] losses = new double[steps.length];
    boolean good = true;
    for (int i = 0; i < steps.length && good; i++) {
      good = inversion.reaches(steps[i]) || size * steps[i] <= QUICK;
      LossInversion.Approximation loss =
          good ? inversion.at(steps[i]) : new LossInversion.Approximation(Double.NaN, 0);
      losses[i] = loss.value();
      good &= loss.error() <= ERROR * loss.value();
    }
    if (good) {
      return losses;
    }
    boolean feasible = size * steps[steps.length - 1] <= MOST_WORK;
    java.util.Arrays.fill(losses, Double.NaN);
    return feasible ? LossRecursion.losses(problem, step, steps) : losses;
  }
}
