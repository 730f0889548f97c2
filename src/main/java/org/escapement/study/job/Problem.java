package org.escapement.study.job;

/**
 * One thing that is wrong with a job file.
 *
 * @param file as the user named it, or the whole option for a value of --set
 * @param line from 1; 0 when the problem has no line
 * @param column from 1, in characters; 0 when the problem has no line
 * @param message what is wrong, without a full stop
 */
public record Problem(String file, int line, int column, String message) {

  /** Such as {@code jobs/x.yaml:12:3: dynamics.momentum must be in [0, 1), got 1.2}. */
  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ":" + column + ": " + message : file + ": " + message;
  }
}
