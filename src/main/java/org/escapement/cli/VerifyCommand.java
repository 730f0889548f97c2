package org.escapement.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.report.Agreement;
import org.escapement.report.Agreement.Disagreement;
import org.escapement.report.Beside;
import org.escapement.report.CellSummary;
import org.escapement.report.FitSummary;
import org.escapement.report.Numbers;
import org.escapement.report.Wording;
import org.escapement.study.Axis;
import org.escapement.study.Study;
import org.escapement.study.StudyResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** verify: fails where a measured number contradicts an exact prediction. */
@Command(
    name = "verify",
    description = {
      "Compares every measured number that has an exact prediction with it, running the study first where its"
          + " tables are not complete. All comparisons together give a false alarm with probability 1e-4.",
      "Ends with exit code 1 when any disagrees, when cells failed, and when there are exact predictions but none"
          + " could be compared."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  escapement verify jobs/double-well.yaml")
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Main main;
  @Mixin private JobArguments job;
  @Mixin private OutputArguments output;

  @Override
  public Integer call() {
    Study study = job.study();
    Talk talk = new Talk(spec.commandLine(), output);
    talk.introduce(study);
    StudyCall call = new StudyCall(main.workplace(), output, talk);
    return verdict(study, call.finishedOrRun(study));
  }

  private int verdict(Study study, StudyResult result) {
    Agreement agreement =
        Agreement.of(
            CellSummary.all(study.axes(), result.tables()),
            FitSummary.all(study.axes(), result.tables()));
    PrintWriter out = spec.commandLine().getOut();
    if (result.failedCells() > 0) {
      out.println(result.failedCells() + " of " + study.cells().size() + " cells failed");
    }
    if (agreement.undecided() > 0) {
      out.println(
          Numbers.count(agreement.undecided())
              + " exact predictions could not be compared: too few exits, or not measured");
    }
    out.println(agreement.compared() == 0 ? nothing(agreement) : agreement.sentence());
    if (!agreement.disagreements().isEmpty()) {
      out.println();
      out.print(table(study.axes(), agreement.disagreements()));
    }
    if (!agreement.bent().isEmpty()) {
      out.println();
      out.print(SummaryText.fits(study.axes(), agreement.bent()));
    }
    boolean none = agreement.compared() == 0 && agreement.undecided() > 0;
    boolean good = !none && agreement.isWithoutDisagreement();
    return good && result.failedCells() == 0 ? Exit.DONE : Exit.FAILED;
  }

  private static String nothing(Agreement agreement) {
    return agreement.undecided() > 0
        ? "nothing could be verified"
        : "nothing to verify: no exact prediction applies to this study";
  }

  private static TextTable table(List<Axis> axes, List<Disagreement> disagreements) {
    TextTable table =
        new TextTable(
            TextTable.join(
                List.of("cell"),
                axes.stream().map(Axis::column).toList(),
                List.of("<quantity", "predicted", "measured", "z", "<prediction")));
    for (Disagreement disagreement : disagreements) {
      Beside beside = disagreement.beside();
      String measured =
          Numbers.measured(beside.measured().orElse(Double.NaN), beside.stdError().orElse(0.0));
      table.row(
          TextTable.join(
              List.of(Long.toString(disagreement.cell().cell())),
              disagreement.cell().axes().stream().map(Numbers::brief).toList(),
              List.of(beside.quantity(), Wording.predicted(beside), measured),
              List.of(Wording.z(beside), beside.prediction())));
    }
    return table;
  }
}
