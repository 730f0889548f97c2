package org.escapement.cli;

import java.util.concurrent.Callable;
import org.escapement.study.Study;
import org.escapement.study.StudyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** run: runs or resumes a study and shows measured beside predicted. */
@Command(
    name = "run",
    description = {
      "Runs the study of a job file, or goes on with one that was interrupted,"
          + " and shows what was measured beside what theory predicts."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  escapement run jobs/double-well.yaml",
      "  escapement run jobs/double-well.yaml --set trajectories=1000000 --out /tmp/tables"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Main main;
  @Mixin private JobArguments job;
  @Mixin private OutputArguments output;

  @Option(names = "--fresh", description = "Forget what was computed before and begin anew.")
  private boolean fresh;

  @Override
  public Integer call() {
    Study study = job.study();
    Talk talk = new Talk(spec.commandLine(), output);
    StudyCall call = new StudyCall(main.workplace(), output, talk);
    talk.introduce(study);
    StudyResult result = fresh ? call.runAfresh(study) : call.finishedOrRun(study);
    call.writeReport(study, result);
    talk.summarise(result);
    return result.failedCells() > 0 ? Exit.FAILED : Exit.DONE;
  }
}
