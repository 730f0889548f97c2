package org.escapement.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.simulate.Clock;
import org.escapement.simulate.DurationSums;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.Experiment;

/**
 * What the endings of a cell's trajectories say about its exit time. Every number may be absent;
 * none is ever NaN.
 *
 * <p>Below {@link #FEWEST_EXITS} exits only counts are given, and the interval of the mean where
 * trajectories were censored or diverged (chi-square, for exponential exit times).
 *
 * <p>Where nothing was censored or diverged the mean is that of the sample. Exit times beyond the
 * horizon would have shown as censored, so its standard error is that of a bounded variable and
 * always exists; what it cannot know is a tail that n trajectories had no chance to see. Otherwise
 * the mean is the time at risk per exit, which is the mean exit time if exits come at a constant
 * rate ({@link Quantity#KS_EXPONENTIAL} tests that). The restricted mean holds for any law.
 */
public final class ExitEstimates {
  /** Below this no standard error can be trusted: with 20 exits it is itself known to a sixth. */
  public static final int FEWEST_EXITS = 20;

  /** -ln 0.05: the 95 % bound on a Poisson mean when nothing was seen. */
  private static final double NOTHING_SEEN = 2.995732273553991;

  private final ExitSummary summary;
  private final long horizon;
  private final Clock clock;
  private final List<String> sides;
  private final LifeTable table;
  private final KaplanMeier curve;
  private final Optional<ExitRate> perStep;
  private final Optional<ExitRate> perTime;
  private final Optional<SampleMean> restrictedMean;
  private final Map<Quantity, Object> values = new EnumMap<>(Quantity.class);

  private ExitEstimates(ExitSummary summary, long horizon, Clock clock, List<String> sides) {
    this.summary = summary;
    this.horizon = horizon;
    this.clock = clock;
    this.sides = List.copyOf(sides);
    this.table = LifeTable.of(summary, horizon, clock);
    this.curve = new KaplanMeier(table);
    DurationSums all = summary.all();
    DurationSums exits = summary.exits();
    this.perStep = rate(all.steps(), all.stepSquares(), exits.steps());
    this.perTime = rate(all.times(), all.timeSquares(), exits.times());
    double watched = summary.censored() == 0 ? 0 : clock.at(horizon);
    this.restrictedMean = isEnough() ? restrictedMean(watched) : Optional.empty();
    putCounts();
    putMean();
    putInterval();
    if (isEnough()) {
      putCurve(watched);
    }
  }

  /** Estimates of a cell. */
  public static ExitEstimates of(ExitSummary summary, Experiment experiment) {
    return of(
        summary,
        experiment.horizon(),
        experiment.clock(),
        experiment.domain().sides(experiment.dimension()));
  }

  /**
   * Estimates from what has to be known of the experiment.
   *
   * @param horizon steps after which trajectories were censored
   * @param clock model time of the steps
   * @param sides names of the domain's sides
   */
  public static ExitEstimates of(
      ExitSummary summary, long horizon, Clock clock, List<String> sides) {
    return new ExitEstimates(summary, horizon, clock, sides);
  }

  /** Long, Double or String, as {@link Quantity#type} says; empty where there is no such number. */
  public Optional<Object> value(Quantity quantity) {
    return Optional.ofNullable(values.get(quantity));
  }

  /** The number; empty where there is none. */
  public OptionalDouble number(Quantity quantity) {
    return values.get(quantity) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** How the mean was got. */
  public Estimator estimator() {
    if (!isEnough()) {
      return Estimator.TOO_FEW_EXITS;
    }
    return isCutShort() ? Estimator.EXPONENTIAL_MLE : Estimator.SAMPLE_MEAN;
  }

  /** Standard error of the mean exit time divided by it; empty with too few exits. */
  public OptionalDouble relativeStandardError() {
    return perTime
        .map(time -> OptionalDouble.of(time.meanStdError() / time.mean()))
        .orElse(OptionalDouble.empty());
  }

  /** The survival curve at fixed numbers of steps, in the order of time. */
  public List<SurvivalRow> survival() {
    return SurvivalCurve.rows(table, curve, summary, horizon, clock);
  }

  /**
   * What stands beside a predicted quantity: "mean_step", "mean_time", "restricted_mean",
   * "exited_share", "side.NAME", a quantile as in the columns, "q05" to "q95" (model time), or the
   * given "step_size"; empty where it was not measured.
   */
  public Optional<Measured> measured(String quantity) {
    return switch (quantity) {
      case "mean_step" -> perStep.map(this::mean);
      case "mean_time" -> perTime.map(this::mean);
      case "restricted_mean" -> restrictedMean.map(this::restricted);
      case "exited_share" -> share(summary.exited(), summary.trajectories());
      case "q05" -> quantile(0.05);
      case "q25" -> quantile(0.25);
      case "median" -> quantile(0.5);
      case "q75" -> quantile(0.75);
      case "q95" -> quantile(0.95);
      case "step_size" -> clock.step().map(step -> new Measured(step, 0, Estimator.GIVEN));
      default -> quantity.startsWith("side.") ? side(quantity.substring(5)) : Optional.empty();
    };
  }

  /**
   * All that {@link #measured} knows.
   *
   * @param sides names of the domain's sides
   */
  public static List<String> quantities(List<String> sides) {
    List<String> quantities =
        new ArrayList<>(List.of("mean_step", "mean_time", "restricted_mean", "exited_share"));
    sides.forEach(side -> quantities.add("side." + side));
    return List.copyOf(quantities);
  }

  private Measured mean(ExitRate exit) {
    return new Measured(exit.mean(), exit.meanStdError(), estimator());
  }

  private Measured restricted(SampleMean mean) {
    Estimator estimator = summary.diverged() == 0 ? Estimator.SAMPLE_MEAN : Estimator.KAPLAN_MEIER;
    return new Measured(mean.value(), mean.stdError().orElseThrow(), estimator);
  }

  private Optional<Measured> side(String name) {
    int side = sides.indexOf(name);
    return side >= 0 && isEnough()
        ? share(summary.exitedBy(side), summary.exited())
        : Optional.empty();
  }

  /**
   * Its standard error is half the distance between the quantiles of the shares one standard error
   * below and above: that assumes no density.
   */
  private Optional<Measured> quantile(double share) {
    if (!isEnough()) {
      return Optional.empty();
    }
    double error = Math.sqrt(share * (1 - share) / summary.trajectories());
    OptionalDouble low = curve.quantile(Math.max(0, share - error));
    OptionalDouble here = curve.quantile(share);
    OptionalDouble high = curve.quantile(share + error);
    boolean known = low.isPresent() && here.isPresent() && high.isPresent();
    return known
        ? Optional.of(
            new Measured(
                here.getAsDouble(),
                (high.getAsDouble() - low.getAsDouble()) / 2,
                Estimator.KAPLAN_MEIER))
        : Optional.empty();
  }

  /** k of n; the standard error is that of (k + 1)/(n + 2), for it is never zero by chance. */
  private static Optional<Measured> share(long k, long n) {
    if (n == 0) {
      return Optional.empty();
    }
    double near = (k + 1.0) / (n + 2.0);
    double stdError = Math.sqrt(near * (1 - near) / n);
    return Optional.of(new Measured((double) k / n, stdError, Estimator.SHARE));
  }

  private boolean isEnough() {
    return summary.exited() >= FEWEST_EXITS;
  }

  private boolean isCutShort() {
    return summary.exited() < summary.trajectories();
  }

  private Optional<ExitRate> rate(BigDecimal atRisk, BigDecimal squares, BigDecimal exits) {
    return isEnough()
        ? Optional.of(ExitRate.of(summary.trajectories(), summary.exited(), atRisk, squares, exits))
        : Optional.empty();
  }

  /**
   * Exact where only the horizon cut trajectories short. Where diverged ones were the last to be
   * watched nobody knows the rest of the curve.
   */
  private Optional<SampleMean> restrictedMean(double watched) {
    if (summary.diverged() == 0) {
      DurationSums all = summary.all();
      return Optional.of(SampleMean.of(all.times(), all.timeSquares(), summary.trajectories()));
    }
    int last = table.size() - 1;
    if (summary.censored() > 0) {
      return Optional.of(curve.restrictedMean(watched));
    }
    return curve.survival(last) == 0
        ? Optional.of(curve.restrictedMean(table.time(last)))
        : Optional.empty();
  }

  private void putCounts() {
    values.put(Quantity.TRAJECTORIES, summary.trajectories());
    values.put(Quantity.EXITED, summary.exited());
    values.put(Quantity.CENSORED, summary.censored());
    values.put(Quantity.DIVERGED, summary.diverged());
    values.put(Quantity.ESTIMATOR, estimator().word());
  }

  private void putMean() {
    perStep.ifPresent(step -> values.put(Quantity.MEAN_STEP, step.mean()));
    perTime.ifPresent(
        time -> {
          values.put(Quantity.MEAN_TIME, time.mean());
          values.put(Quantity.STD_ERROR, time.meanStdError());
          values.put(Quantity.RATE, time.rate());
          values.put(Quantity.RATE_STD_ERROR, time.rateStdError());
        });
    restrictedMean.ifPresent(
        mean -> {
          values.put(Quantity.RESTRICTED_MEAN, mean.value());
          put(Quantity.RESTRICTED_STD_ERROR, mean.stdError());
        });
  }

  private void putInterval() {
    if (isCutShort()) {
      putChiSquareInterval(summary.all().times().doubleValue());
    } else if (perTime.isPresent()) {
      double reach = ChiSquare.Z * perTime.get().meanStdError();
      values.put(Quantity.CI_LOW, Math.max(0, perTime.get().mean() - reach));
      values.put(Quantity.CI_HIGH, perTime.get().mean() + reach);
    }
  }

  /** That of a Poisson count of exits: [chi2(0.025; 2D), chi2(0.975; 2D + 2)] / 2 at risk. */
  private void putChiSquareInterval(double atRisk) {
    long exits = summary.exited();
    if (exits == 0) {
      values.put(Quantity.CI_LOW, atRisk / NOTHING_SEEN);
    } else {
      values.put(Quantity.CI_LOW, 2 * atRisk / ChiSquare.upper(2.0 * exits + 2));
      values.put(Quantity.CI_HIGH, 2 * atRisk / ChiSquare.lower(2.0 * exits));
    }
  }

  private void putCurve(double watched) {
    put(Quantity.Q05, curve.quantile(0.05));
    put(Quantity.Q25, curve.quantile(0.25));
    put(Quantity.MEDIAN, curve.quantile(0.5));
    put(Quantity.Q75, curve.quantile(0.75));
    put(Quantity.Q95, curve.quantile(0.95));
    double perOne = perStep.orElseThrow().rate();
    put(
        Quantity.KS_EXPONENTIAL,
        Exponentiality.statistic(table, summary.censored() * watched, perOne));
  }

  private void put(Quantity quantity, OptionalDouble number) {
    number.ifPresent(value -> values.put(quantity, value));
  }
}
