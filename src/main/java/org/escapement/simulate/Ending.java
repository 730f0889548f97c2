package org.escapement.simulate;

/** How a trajectory ends; the words of the tables in lower case. */
public enum Ending {
  /** The margin was not positive. */
  EXITED,
  /** The horizon was reached. */
  CENSORED,
  /** Some coordinate was not finite or beyond the bound. */
  DIVERGED;

  /** The word of the tables. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
