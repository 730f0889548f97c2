package org.escapement.estimate;

/** How a number came from the trajectories, and so what it assumes. */
public enum Estimator {
  /** The mean over trajectories, none of which was cut short. Assumes nothing. */
  SAMPLE_MEAN("sample-mean"),
  /** Time at risk divided by exits: means what it says only if exit times are exponential. */
  EXPONENTIAL_MLE("exponential-mle"),
  /** From the Kaplan-Meier curve: assumes that trajectories diverge independently of exits. */
  KAPLAN_MEIER("kaplan-meier"),
  /** One count divided by another. Assumes nothing. */
  SHARE("share"),
  /** The mean over trajectories of what they show at a step. Assumes nothing. */
  MEAN_AT_STEP("mean-at-step"),
  /** Not estimated: what the job file says. */
  GIVEN("given"),
  /** Fewer exits than an estimate needs: there is no number. */
  TOO_FEW_EXITS("too-few-exits");

  private final String word;

  Estimator(String word) {
    this.word = word;
  }

  /** The word of the tables. */
  public String word() {
    return word;
  }
}
