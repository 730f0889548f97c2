package org.escapement.cli;

import java.io.PrintWriter;
import org.escapement.study.ClusterException;
import org.escapement.study.StorageException;
import org.escapement.study.job.JobFileException;
import picocli.CommandLine;

/** Turns what a command threw into a message and an exit code. */
final class Failure {
  private Failure() {}

  /** Prints the message, with the stack trace if asked for, and returns the exit code. */
  static int report(Exception failure, CommandLine command, boolean traced) {
    PrintWriter err = command.getErr();
    err.println(message(failure));
    int code = code(failure);
    if (traced) {
      failure.printStackTrace(err);
    } else if (code == Exit.CLUSTER) {
      err.println("Run it again with --stacktrace to see where this arose.");
    }
    err.flush();
    return code;
  }

  private static int code(Exception failure) {
    boolean badOutput =
        failure instanceof StorageException storage
            && storage.fault() == StorageException.Fault.OUTPUT;
    boolean mistake = failure instanceof JobFileException || failure instanceof UserMistake;
    return badOutput || mistake ? Exit.MISTAKE : Exit.CLUSTER;
  }

  private static String message(Exception failure) {
    if (failure instanceof JobFileException) {
      return failure.getMessage();
    }
    boolean expected =
        failure instanceof UserMistake
            || failure instanceof StorageException
            || failure instanceof ClusterException;
    return "escapement: " + (expected ? failure.getMessage() : "unexpected " + failure);
  }
}
