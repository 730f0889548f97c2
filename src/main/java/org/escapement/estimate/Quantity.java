package org.escapement.estimate;

import java.util.Locale;

/** The numbers of a row of {@code exit_summary}, in the order of its columns. */
public enum Quantity {
  /** All trajectories. */
  TRAJECTORIES(Long.class, "trajectories: all that were simulated"),
  /** Those that left. */
  EXITED(Long.class, "trajectories: left the domain"),
  /** Those that reached the horizon. */
  CENSORED(Long.class, "trajectories: still inside at the horizon"),
  /** Those that diverged. */
  DIVERGED(Long.class, "trajectories: not finite or beyond the bound"),
  /** Mean number of steps to the exit. */
  MEAN_STEP(Double.class, "steps: mean first-exit time, see estimator; NULL with too few exits"),
  /** Mean exit time. */
  MEAN_TIME(
      Double.class, "model time: mean first-exit time, see estimator; NULL with too few exits"),
  /** Standard error of the mean time. */
  STD_ERROR(Double.class, "model time: standard error of mean_time; assumes no law"),
  /** Lower end of the interval of the mean time. */
  CI_LOW(
      Double.class,
      "model time: lower end of the 95 % confidence interval of the mean exit time; normal for a"
          + " sample mean, else chi-square, which assumes exponential exit times"),
  /** Upper end of the interval of the mean time. */
  CI_HIGH(
      Double.class,
      "model time: upper end of the 95 % confidence interval of the mean exit time; NULL without"
          + " exits, when ci_low is a one-sided bound"),
  /** 5 % quantile. */
  Q05(Double.class, quantile("5 %")),
  /** Lower quartile. */
  Q25(Double.class, quantile("25 %")),
  /** Median. */
  MEDIAN(Double.class, quantile("50 %")),
  /** Upper quartile. */
  Q75(Double.class, quantile("75 %")),
  /** 95 % quantile. */
  Q95(Double.class, quantile("95 %")),
  /** Exits per time at risk. */
  RATE(Double.class, "1 / model time: exits per time at risk"),
  /** Standard error of the rate. */
  RATE_STD_ERROR(Double.class, "1 / model time: standard error of rate; assumes no law"),
  /** Mean of the smaller of exit time and horizon. */
  RESTRICTED_MEAN(
      Double.class,
      "model time: mean of the smaller of exit time and horizon; assumes no law; diverged"
          + " trajectories count as censored when they diverge"),
  /** Standard error of the restricted mean. */
  RESTRICTED_STD_ERROR(Double.class, "model time: standard error of restricted_mean"),
  /** Statistic of the test of exponentiality. */
  KS_EXPONENTIAL(
      Double.class,
      "pure number: Kolmogorov-Smirnov statistic of the test that exit times are exponential"
          + " (geometric in steps), by total time on test; 5 % of true ones exceed 1.358, 1 %"
          + " exceed 1.628"),
  /** How the mean was got. */
  ESTIMATOR(
      String.class,
      "how mean_time was got: sample-mean (all exited), exponential-mle (time at risk per exit,"
          + " some were censored or diverged), too-few-exits (fewer than 20)");

  private final Class<?> type;
  private final String comment;

  Quantity(Class<?> type, String comment) {
    this.type = type;
    this.comment = comment;
  }

  private static String quantile(String share) {
    return "model time: by when "
        + share
        + " have exited (Kaplan-Meier), within 1/2048 of itself; NULL when beyond what was observed";
  }

  /** The name of the column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Long, Double or String. */
  public Class<?> type() {
    return type;
  }

  /** Unit and meaning. */
  public String comment() {
    return comment;
  }
}
