package org.escapement.cli;

import java.util.Optional;
import org.escapement.kernel.Kernels;
import org.escapement.report.ReportPage;
import org.escapement.report.Rows;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.StudyResult;
import org.escapement.study.StudyRun;

/**
 * Gets the tables of a study: reads them where they are complete, runs the study where they are
 * not.
 */
final class StudyCall {
  private final Workplace workplace;
  private final OutputArguments output;
  private final Talk talk;

  StudyCall(Workplace workplace, OutputArguments output, Talk talk) {
    this.workplace = workplace;
    this.output = output;
    this.talk = talk;
  }

  /** The tables that a run left; empty when none was finished. */
  Optional<StudyResult> left(Study study) {
    return workplace
        .left(output.directory(), study)
        .finished(study)
        .map(tables -> new StudyResult(study, tables, 0));
  }

  /** The complete tables, computed if they must be. */
  StudyResult finishedOrRun(Study study) {
    Optional<StudyResult> finished = left(study).filter(StudyCall::isCurrent);
    finished.ifPresent(talk::alreadyDone);
    return finished.orElseGet(() -> run(study));
  }

  /** Puts the report of a run where that of the study is. */
  void writeReport(Study study, StudyResult result) {
    String page = ReportPage.of(study, result.tables());
    workplace.writeReport(output.directory(), study, page);
  }

  /** Runs or resumes the study. */
  StudyResult run(Study study) {
    workplace.checkOutput(output.directory(), study);
    try (Workplace.Site site = workplace.open(study.question())) {
      return run(study, site, site.storage(output.directory(), study));
    }
  }

  /** Forgets what was computed before and runs the study. */
  StudyResult runAfresh(Study study) {
    workplace.checkOutput(output.directory(), study);
    try (Workplace.Site site = workplace.open(study.question())) {
      Storage storage = site.storage(output.directory(), study);
      storage.forget(study);
      return run(study, site, storage);
    }
  }

  private StudyResult run(Study study, Workplace.Site site, Storage storage) {
    ProgressBar progress = talk.progress();
    try {
      return new StudyRun(study, site.runner(storage), storage, progress, environment(site)).run();
    } finally {
      progress.finish();
    }
  }

  private static StudyRun.Environment environment(Workplace.Site site) {
    return new StudyRun.Environment(
        Main.Version.text(),
        site.description(),
        System.getProperty("java.version"),
        Kernels.best().description());
  }

  /**
   * Whether all cells are there and this version made the tables: predictions may differ in
   * another.
   */
  private static boolean isCurrent(StudyResult result) {
    Rows runs = Rows.of(result.tables(), "runs");
    return runs.size() > 0
        && runs.text(0, "status").equals("complete")
        && runs.text(0, "version").equals(Main.Version.text());
  }
}
