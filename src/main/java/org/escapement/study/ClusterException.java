package org.escapement.study;

/**
 * Work was given up by what runs it; the message is one sentence for the person who runs the study.
 */
public final class ClusterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The message must say already what the cause says. */
  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
