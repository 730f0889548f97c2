package org.escapement.spark;

/**
 * Why something failed, in one line: HDFS appends the stack of its server to what it says, Spark
 * that of its executor.
 */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    String message = failure.getMessage();
    return message == null
        ? failure.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
