package org.escapement.cli;

import java.util.concurrent.Callable;
import org.escapement.report.ReportPage;
import org.escapement.study.Study;
import org.escapement.study.StudyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** report: writes the HTML page again from the tables. */
@Command(
    name = "report",
    description = "Writes the HTML page of a study again from its tables.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  escapement report jobs/double-well.yaml")
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Main main;
  @Mixin private JobArguments job;
  @Mixin private OutputArguments output;

  @Override
  public Integer call() {
    Study study = job.study();
    Talk talk = new Talk(spec.commandLine(), output);
    StudyResult result =
        new StudyCall(main.workplace(), output, talk)
            .left(study)
            .orElseThrow(() -> new UserMistake(missing(study)));
    String html = ReportPage.of(study, result.tables());
    String place = main.workplace().writeReport(output.directory(), study, html);
    spec.commandLine().getOut().println("report  " + place);
    return Exit.DONE;
  }

  private String missing(Study study) {
    return "%s holds no finished run %s; run it first: escapement run %s"
        .formatted(output.directory(study), study.run(), job.job());
  }
}
