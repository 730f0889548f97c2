package org.escapement.estimate;

import java.util.Locale;

/**
 * How a quantity q is said to depend on a parameter a: a law under which some function of q lies on
 * a straight line over some function of a, whose slope is the number that the law is about.
 */
public enum FitLaw {
  /** q = C exp(slope / a), such as the time to leave a well over the step size. */
  EXPONENTIAL("ln|q| against 1/axis", "exponent"),
  /** q = C a^slope, such as an error over the step size: the slope is the order. */
  POWER("ln|q| against ln(axis)", "order"),
  /** q = (C + slope ln(1/a)) / a, such as the steps to leave a saddle over the step size. */
  LOGARITHMIC("q axis against ln(1/axis)", "logarithm"),
  /** q = C exp(slope a), such as the time to leave a well over the batch size. */
  GROWTH("ln|q| against axis", "growth"),
  /**
   * 1/q = C + slope / a, such as the steps to a small gradient over the batch size: a q is least at
   * a = -2 slope / C, the critical batch size.
   */
  CRITICAL_BATCH("1/q against 1/axis", "critical-batch");

  /** A logarithm closer to zero than so many standard errors has no normal law. */
  private static final double RESOLVED = 3;

  private final String meaning;
  private final String limit;

  FitLaw(String meaning, String limit) {
    this.meaning = meaning;
    this.limit = limit;
  }

  /** The word of job files and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is plotted against what. */
  public String meaning() {
    return meaning;
  }

  /** The predicted quantity that the slope tends to as the step size goes to 0. */
  public String limit() {
    return limit;
  }

  /** Whether the parameter may have this value. */
  public boolean takes(double a) {
    return this == GROWTH || a > 0;
  }

  /** Where the line has the parameter. */
  public double x(double a) {
    return switch (this) {
      case EXPONENTIAL, CRITICAL_BATCH -> 1 / a;
      case POWER -> StrictMath.log(a);
      case LOGARITHMIC -> -StrictMath.log(a);
      case GROWTH -> a;
    };
  }

  /** Where the line has the quantity. */
  public double y(double a, double q) {
    return switch (this) {
      case LOGARITHMIC -> q * a;
      case CRITICAL_BATCH -> 1 / q;
      default -> StrictMath.log(Math.abs(q));
    };
  }

  /** The standard error of y that one of q makes. */
  public double error(double a, double q, double stdError) {
    return switch (this) {
      case LOGARITHMIC -> stdError * Math.abs(a);
      case CRITICAL_BATCH -> stdError / (q * q);
      default -> stdError / Math.abs(q);
    };
  }

  /**
   * Whether a measured number with this standard error is no point of the line. Steps without an
   * error are those of the first look, so that it may have been fewer; and none with an error would
   * have a weight beside them.
   */
  public boolean leavesOut(double stdError) {
    return this == CRITICAL_BATCH && stdError == 0;
  }

  /** Whether a measured number is far enough from zero for the law: its logarithm needs that. */
  public boolean isResolved(double q, double stdError) {
    return this == LOGARITHMIC
        ? Double.isFinite(q)
        : Double.isFinite(q) && q != 0 && Math.abs(q) > RESOLVED * stdError;
  }
}
