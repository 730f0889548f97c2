package org.escapement.study.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.Files;
import org.escapement.data.OpenedOnce;
import org.escapement.simulate.Experiment;
import org.escapement.study.Column;
import org.escapement.study.Fit;
import org.escapement.study.Study;

/** Makes a study of the document in a job file, or reports everything that is wrong with it. */
final class JobReader {
  private final String name;
  private final String text;
  private final Problems problems;
  private final Binder binder;

  /**
   * @param name of the study
   * @param text of the job file, kept with the results
   * @param files that its data are read from, each of them once
   */
  JobReader(String name, String text, Problems problems, Files files) {
    this.name = name;
    this.text = text;
    this.problems = problems;
    this.binder = new Binder(problems, new OpenedOnce(files));
  }

  /**
   * The study.
   *
   * @param options that --set gives, such as dynamics.momentum=0.9
   * @throws JobFileException with all problems
   */
  Study read(Node.Mapping written, List<String> options) {
    Node.Mapping job = new Overrides(binder, problems).apply(written, options);
    binder.reportUnknownKeys(Job.NAMES, job, "", "a job file");
    Optional<StudyKeys> keys = studyKeys(job);
    checkEachValue(job);
    Map<String, Column.Type> paths = Paths.of(job, binder);
    Sweep sweep = sweep(job, paths);
    List<Experiment> experiments =
        sweep.isTooLarge()
            ? List.of()
            : new CellBuilder(job, sweep, binder, problems).experiments();
    problems.throwIfAny();
    Position measuresAt = job.value("measure").map(Node::at).orElse(job.at());
    StudyBuilder builder = new StudyBuilder(keys.orElseThrow(), measuresAt, sweep, paths, problems);
    List<Fit> fits =
        fits(job, keys.orElseThrow(), new FitReader(sweep, paths, experiments, problems));
    Study study = builder.study(name, text, experiments, fits);
    problems.throwIfAny();
    return study;
  }

  private static List<Fit> fits(Node.Mapping job, StudyKeys keys, FitReader reader) {
    return keys.fits()
        .map(fits -> reader.fits(fits, keys.measure(), job.value("fits").orElseThrow()))
        .orElse(List.of());
  }

  private Optional<StudyKeys> studyKeys(Node.Mapping job) {
    Object[] values = new Object[Job.STUDY.keys().size()];
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      Optional<Object> value = binder.component(Job.STUDY.keys().get(i), job, "");
      complete &= value.isPresent();
      values[i] = value.orElse(null);
    }
    binder.complaints().forEach(wrong -> problems.add(wrong.at(), wrong.message()));
    return complete ? Optional.of((StudyKeys) Job.STUDY.make(values)) : Optional.empty();
  }

  /**
   * Reports what is wrong with the experiment before the sweep. What is only wrong together is left
   * to the cells.
   */
  private void checkEachValue(Node.Mapping job) {
    Job.EXPERIMENT.keys().forEach(key -> binder.component(key, job, ""));
    binder.complaints();
  }

  private Sweep sweep(Node.Mapping job, Map<String, Column.Type> paths) {
    AxisReader axes = new AxisReader(binder, problems, path -> paths.get(path) == Column.Type.LONG);
    return job.value("sweep")
        .map(sweep -> SweepReader.read(sweep, paths.keySet(), axes, problems))
        .orElseGet(() -> Sweep.none(job.at()));
  }
}
