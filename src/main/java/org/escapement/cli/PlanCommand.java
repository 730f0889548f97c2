package org.escapement.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.report.Numbers;
import org.escapement.study.Axis;
import org.escapement.study.Cell;
import org.escapement.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** plan: what a run would do and how long that would take. */
@Command(
    name = "plan",
    description = {
      "Shows what would run: cells, chunks, and steps and time as estimated from a short pilot on this machine."
          + " Writes nothing."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  escapement plan jobs/double-well.yaml --set trajectories=1000000")
final class PlanCommand implements Callable<Integer> {
  /** So many cells get a pilot; they lie evenly in the sweep. */
  private static final int MOST_PILOTS = 64;

  /** For all pilots together. */
  private static final double BUDGET_SECONDS = 10;

  @Spec private CommandSpec spec;
  @Mixin private JobArguments job;

  @Override
  public Integer call() {
    Study study = job.study();
    PrintWriter out = spec.commandLine().getOut();
    out.println(study.question());
    out.println();
    List<Pilot> pilots = pilots(study);
    out.print(table(study, pilots));
    out.println();
    out.print(total(study, pilots));
    out.flush();
    return Exit.DONE;
  }

  private static List<Pilot> pilots(Study study) {
    List<Cell> cells = study.cells();
    int count = Math.min(cells.size(), MOST_PILOTS);
    List<Pilot> pilots = new ArrayList<>();
    Pilot.warmUp(cells.get(0));
    for (int j = 0; j < count; j++) {
      Cell cell = cells.get((int) ((long) j * cells.size() / count));
      pilots.add(Pilot.of(cell, study.trajectories(), BUDGET_SECONDS / count));
    }
    return pilots;
  }

  private static String table(Study study, List<Pilot> pilots) {
    TextTable table =
        new TextTable(
            TextTable.join(
                List.of("cell"),
                study.axes().stream().map(Axis::column).toList(),
                List.of("trajectories", "chunks", "steps each", "steps", "one core")));
    for (Pilot pilot : pilots) {
      table.row(
          TextTable.join(
              List.of(Integer.toString(pilot.cell().number())),
              pilot.cell().axes().stream().map(Numbers::brief).toList(),
              List.of(
                  Long.toString(study.trajectories()),
                  Numbers.metric(pilot.chunks()),
                  pilot.bound() + Numbers.metric(pilot.stepsEach()),
                  pilot.bound() + Numbers.metric(pilot.steps()),
                  pilot.bound() + Numbers.duration(pilot.seconds()))));
    }
    return table.toString();
  }

  private static String total(Study study, List<Pilot> pilots) {
    double share = (double) study.cells().size() / pilots.size();
    double steps = share * pilots.stream().mapToDouble(Pilot::steps).sum();
    double chunks = share * pilots.stream().mapToDouble(Pilot::chunks).sum();
    double seconds = share * pilots.stream().mapToDouble(Pilot::seconds).sum();
    int cores = Runtime.getRuntime().availableProcessors();
    String about = pilots.stream().anyMatch(Pilot::isBound) ? "at least " : "about ";
    String most = study.precision().isPresent() ? "at most " : "";
    return "%s cells, %s chunks, %s%s%s steps: %s%s%s of one core, %s on the %d of this machine\n"
        .formatted(
            Numbers.count(study.cells().size()),
            Numbers.metric(chunks),
            most,
            about,
            Numbers.metric(steps),
            most,
            about,
            Numbers.duration(seconds),
            Numbers.duration(seconds / cores),
            cores);
  }
}
