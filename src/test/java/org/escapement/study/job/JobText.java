package org.escapement.study.job;

import java.util.List;
import org.escapement.study.Study;

/** The text of a small job file, with lines changed. */
final class JobText {
  /** Line by line; tests name lines by number. */
  static final String PLAIN =
      """
      question: How long?
      objective: { type: double-well, depth: 0.25, half-width: 1.0 }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: heavy-ball, step-size: 0.1, momentum: 0.0 }
      start: [-1.0]
      domain: { type: half-space, normal: [-1.0], offset: 0.0 }
      horizon: 1e7
      trajectories: 1000
      seed: 42
      """;

  /** Until the middle of the double well. */
  static final String HALF_LINE = "{ type: half-space, normal: [-1.0], offset: 0.0 }";

  private JobText() {}

  /** The plain job with other values of its keys, and lines added for keys that it lacks. */
  static String with(String... keysAndValues) {
    String text = PLAIN;
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String line = keysAndValues[i] + ": " + keysAndValues[i + 1];
      String changed = text.replaceFirst("(?m)^" + keysAndValues[i] + ":.*$", quoted(line));
      text = changed.equals(text) && !text.contains(line) ? text + line + "\n" : changed;
    }
    return text;
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  static Study study(String text, String... options) {
    return JobFile.parse(text, "jobs/plain-job.yaml", List.of(options));
  }

  /** The problems of a text, without the name of the file. */
  static List<String> problems(String text, String... options) {
    try {
      study(text, options);
      return List.of();
    } catch (JobFileException wrong) {
      return wrong.problems().stream()
          .map(problem -> problem.toString().replaceFirst("^jobs/plain-job\\.yaml:", ""))
          .toList();
    }
  }
}
