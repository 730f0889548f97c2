package org.escapement.cli;

/** What the exit codes mean. */
final class Exit {
  static final int DONE = 0;

  /** A verification failed, or cells failed. */
  static final int FAILED = 1;

  /** The user's mistake. */
  static final int MISTAKE = 2;

  /** The cluster or the storage. */
  static final int CLUSTER = 3;

  private Exit() {}
}
