package org.escapement.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escapement.study.Study;
import org.escapement.study.job.JobFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The job file that a command is about, and what the command line changes in it. */
final class JobArguments {
  /** Of the command that takes these arguments. */
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
  private Path job;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Put another value into the job file, as in --set dynamics.momentum=0.9.")
  private List<String> settings = new ArrayList<>();

  Path job() {
    return job;
  }

  /** The study, read and checked. */
  Study study() {
    return JobFile.read(job, settings, Main.of(command).workplace().files());
  }
}
