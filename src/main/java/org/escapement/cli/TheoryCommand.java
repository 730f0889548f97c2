package org.escapement.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.escapement.model.Words;
import org.escapement.report.TheoryPage;
import org.escapement.study.Column;
import org.escapement.study.PredictionEntries;
import org.escapement.study.PredictionsTable;
import org.escapement.study.Study;
import org.escapement.study.Table;
import org.escapement.theory.Prediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** theory: what theory says of a job, nothing being simulated. */
@Command(
    name = "theory",
    description = {
      "Evaluates the predictions for every cell of a job file, simulating nothing; leaves the table predictions and"
          + " the page theory.html with curves over one swept axis and heat maps over two.",
      "The screen shows each quantity at its last step, once for all values of an axis that it does not depend on."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  escapement theory jobs/double-well.yaml",
      "  escapement theory jobs/double-well.yaml --quantity mean_time"
          + " --set 'sweep.dynamics.momentum={linear: {from: -0.5, to: 0.5, points: 21}}'"
    })
final class TheoryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Main main;
  @Mixin private JobArguments job;
  @Mixin private OutputArguments output;

  @Option(
      names = "--prediction",
      paramLabel = "NAME",
      description = "Evaluate only this prediction of the catalogue; may be repeated.")
  private List<String> predictions = new ArrayList<>();

  @Option(
      names = "--quantity",
      paramLabel = "NAME",
      description = "Tell only of this quantity, such as mean_time or loss; may be repeated.")
  private List<String> quantities = new ArrayList<>();

  @Override
  public Integer call() {
    Study study = job.study();
    List<Prediction> asked = asked();
    main.workplace().checkTheory(output.directory(), study);
    PrintWriter out = spec.commandLine().getOut();
    out.println(study.question());
    out.println();
    out.flush();
    Table table = ofQuantities(evaluate(study, asked));
    String html = TheoryPage.of(study, table);
    String page = main.workplace().writeTheory(output.directory(), study, table, html);
    out.print(TheoryText.of(study.axes(), table));
    out.println("table   " + output.directory(study) + "/predictions/run=" + study.run());
    out.println("page    " + page);
    out.flush();
    return Exit.DONE;
  }

  private List<Prediction> asked() {
    List<String> known = PredictionEntries.all().stream().map(Prediction::name).toList();
    for (String name : predictions) {
      if (!known.contains(name)) {
        throw new UserMistake("there is no prediction " + name + Words.instead(name, known));
      }
    }
    return PredictionEntries.all().stream()
        .filter(one -> predictions.isEmpty() || predictions.contains(one.name()))
        .toList();
  }

  private Table evaluate(Study study, List<Prediction> asked) {
    int cells = study.cells().size();
    PrintWriter err = spec.commandLine().getErr();
    ProgressBar bar =
        new ProgressBar(err, Terminal.style(), System::nanoTime, ProgressBar.Counted.CELLS);
    try {
      return PredictionsTable.of(study, asked, done -> bar.advanced(done, cells));
    } finally {
      bar.erase();
    }
  }

  /** The rows of what was asked for; a quantity that nothing is said of is a mistake. */
  private Table ofQuantities(Table all) {
    int column = all.columns().stream().map(Column::name).toList().indexOf("quantity");
    Set<String> known = new LinkedHashSet<>();
    all.rows().forEach(row -> known.add((String) row[column]));
    for (String quantity : quantities) {
      if (!known.contains(quantity)) {
        String of = known.isEmpty() ? "; of this job nothing is" : Words.instead(quantity, known);
        throw new UserMistake("no " + quantity + " is predicted" + of);
      }
    }
    List<Object[]> rows =
        all.rows().stream()
            .filter(row -> quantities.isEmpty() || quantities.contains((String) row[column]))
            .toList();
    return new Table(all.name(), all.columns(), rows);
  }
}
