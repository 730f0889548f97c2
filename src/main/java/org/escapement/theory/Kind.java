package org.escapement.theory;

/** How much a prediction claims. */
public enum Kind {
  /** The measured number estimates exactly this; disagreement beyond chance is an error. */
  EXACT,
  /** Right in a limit: shown with the ratio of measured to predicted. */
  ASYMPTOTIC,
  /** An inequality. */
  BOUND;

  /** The word of the tables. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
