package org.escapement.study.job;

import java.util.List;
import java.util.stream.Collectors;

/** A job file that cannot be run, with all that is wrong with it. */
public final class JobFileException extends RuntimeException {
  /** Problems that the message lists; the rest is only counted. */
  private static final int LISTED = 50;

  private final transient List<Problem> problems;

  /** With at least one problem. */
  public JobFileException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** All problems by position. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    String lines =
        problems.stream().limit(LISTED).map(Problem::toString).collect(Collectors.joining("\n"));
    int more = problems.size() - LISTED;
    return more > 0 ? lines + "\nand " + more + " more problems" : lines;
  }
}
