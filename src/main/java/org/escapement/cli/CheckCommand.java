package org.escapement.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.report.Numbers;
import org.escapement.study.job.JobFile;
import org.escapement.study.job.JobFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** check: says whether job files can be run, and everything that is wrong with them. */
@Command(
    name = "check",
    description = "Validates job files without running anything.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  escapement check jobs/*.yaml")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "JOB.yaml", arity = "1..*", description = "Job files.")
  private List<Path> jobs;

  @Option(
      names = "--set",
      paramLabel = "key=value",
      description = "Put another value into each of them, as in --set dynamics.momentum=0.9.")
  private List<String> settings = new ArrayList<>();

  @Override
  public Integer call() {
    int code = Exit.DONE;
    for (Path job : jobs) {
      code = Math.max(code, check(job));
    }
    return code;
  }

  private int check(Path job) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      int cells = JobFile.read(job, settings, Main.of(spec).workplace().files()).cells().size();
      out.println(job + ": ok, " + Numbers.count(cells) + (cells == 1 ? " cell" : " cells"));
      return Exit.DONE;
    } catch (JobFileException wrong) {
      out.flush();
      spec.commandLine().getErr().println(wrong.getMessage());
      return Exit.MISTAKE;
    }
  }
}
