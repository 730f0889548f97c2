package org.escapement.study.job;

import java.util.List;
import java.util.stream.Stream;

/** The keys of a job file. */
final class Job {
  static final Shape STUDY = Shape.of(StudyKeys.class);
  static final Shape EXPERIMENT = Shape.of(ExperimentKeys.class);

  /** All of them. */
  static final List<Shape.Key> KEYS =
      Stream.concat(STUDY.keys().stream(), EXPERIMENT.keys().stream()).toList();

  static final List<String> NAMES = KEYS.stream().map(Shape.Key::name).toList();

  private Job() {}

  /** Whether a path lies in the experiment, so that it may be swept. */
  static boolean isExperiment(String path) {
    return EXPERIMENT.key(path.split("\\.", 2)[0]).isPresent();
  }
}
