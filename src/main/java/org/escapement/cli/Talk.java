package org.escapement.cli;

import java.io.PrintWriter;
import org.escapement.report.Numbers;
import org.escapement.study.Study;
import org.escapement.study.StudyResult;
import picocli.CommandLine;

/** What the commands that run a study say about it. */
final class Talk {
  private final PrintWriter out;
  private final PrintWriter err;
  private final OutputArguments output;

  Talk(CommandLine command, OutputArguments output) {
    this.out = command.getOut();
    this.err = command.getErr();
    this.output = output;
  }

  /** What is asked, how large it is and where the answer goes. */
  void introduce(Study study) {
    int cells = study.cells().size();
    out.println(study.question());
    out.println(
        Numbers.count(cells)
            + (cells == 1 ? " cell" : " cells")
            + " of "
            + (study.precision().isPresent() ? "at most " : "")
            + Numbers.count(study.trajectories())
            + " trajectories; tables in "
            + output.directory(study));
    out.println();
    out.flush();
  }

  /** That nothing had to be computed. */
  void alreadyDone(StudyResult result) {
    out.println("Run " + result.study().run() + " is complete; its tables say:");
    out.println();
  }

  /** A bar on standard error, so that it never gets into a file of results. */
  ProgressBar progress() {
    return new ProgressBar(err, Terminal.style(), System::nanoTime);
  }

  /** The table, and where to go on from it. */
  void summarise(StudyResult result) {
    Study study = result.study();
    out.print(SummaryText.of(study, result.tables()));
    if (result.failedCells() > 0) {
      out.println(result.failedCells() + " of " + study.cells().size() + " cells failed");
    }
    out.println();
    String directory = output.directory(study);
    out.println("tables  " + directory + "/<table>/run=" + study.run());
    out.println("report  " + directory + "/report.html");
    out.println("SQL     " + sql(study));
    out.flush();
  }

  private String sql(Study study) {
    String where = output.directory().equals("out") ? "" : " --out " + output.directory();
    return "escapement sql \"SELECT * FROM "
        + study.name()
        + ".exit_summary WHERE run = '"
        + study.run()
        + "'\""
        + where;
  }
}
