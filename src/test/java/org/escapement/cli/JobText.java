package org.escapement.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small job: two step sizes of SGD in an interval, with exact predictions, done in a moment. */
final class JobText {
  static final String TEXT =
      """
      question: Does the interval empty?
      objective: { type: quadratic, curvature: [1.0] }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: sgd, step-size: 0.5 }
      start: [0.0]
      domain: { type: interval, low: -1.0, high: 1.0 }
      horizon: 100000
      trajectories: 2000
      seed: 11
      sweep:
        dynamics.step-size: [0.5, 0.25]
      """;

  private JobText() {}

  /** Writes it as small-job.yaml. */
  static Path in(Path folder) {
    return write(folder, "small-job.yaml", TEXT);
  }

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
