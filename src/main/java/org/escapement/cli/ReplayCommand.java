package org.escapement.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.report.Numbers;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Ending;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Replay;
import org.escapement.simulate.Simulation;
import org.escapement.study.Cell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** replay: one trajectory again, bit for bit, as CSV. */
@Command(
    name = "replay",
    description = {
      "Runs one trajectory again, bit for bit, and writes where it was to standard output as CSV"
          + " (step, time, x1, x2, ...); how it ended goes to standard error."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  escapement replay jobs/double-well.yaml --cell 3 --trajectory 17 --every 100")
final class ReplayCommand implements Callable<Integer> {
  /** Trajectory numbers address random numbers with 40 bits. */
  private static final long MOST = (1L << 40) - 1;

  @Spec private CommandSpec spec;
  @Mixin private JobArguments job;

  @Option(
      names = "--cell",
      paramLabel = "C",
      required = true,
      description = "Number of the cell in the sweep, from 0.")
  private int cell;

  @Option(
      names = "--trajectory",
      paramLabel = "T",
      required = true,
      description = "Number of the trajectory, from 0.")
  private long trajectory;

  @Option(
      names = "--every",
      paramLabel = "K",
      defaultValue = "1",
      description = "Write every K-th step, and the last. Default: ${DEFAULT-VALUE}.")
  private long every;

  @Override
  public Integer call() {
    List<Cell> cells = job.study().cells();
    require("--cell", cell, 0, cells.size() - 1L);
    require("--trajectory", trajectory, 0, MOST);
    require("--every", every, 1, Long.MAX_VALUE);
    replay(cells.get(cell));
    return Exit.DONE;
  }

  private void replay(Cell replayed) {
    Experiment experiment = replayed.experiment();
    PrintWriter out = spec.commandLine().getOut();
    StringBuilder heading = new StringBuilder("step,time");
    for (int k = 1; k <= experiment.dimension(); k++) {
      heading.append(",x").append(k);
    }
    out.print(heading.append('\n'));
    List<String> sides = experiment.domain().sides(experiment.dimension());
    Replay replay = new Replay(every, new Csv(out, spec.commandLine().getErr(), sides));
    Simulation.run(experiment, replayed.randomKey(), replay, new Chunk(0, trajectory, 1));
    out.flush();
  }

  private static void require(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new UserMistake("%s must be in [%d, %d], got %d".formatted(option, least, most, value));
    }
  }

  private record Csv(PrintWriter out, PrintWriter err, List<String> sides) implements Replay.Path {
    @Override
    public void at(long step, double time, double[] x) {
      StringBuilder line = new StringBuilder().append(step).append(',').append(time);
      for (double coordinate : x) {
        line.append(',').append(coordinate);
      }
      out.print(line.append('\n'));
    }

    @Override
    public void ended(Ending how, long steps, int side) {
      out.flush();
      String by = side >= 0 ? " by side " + sides.get(side) : "";
      err.println(how.word() + " after " + Numbers.count(steps) + " steps" + by);
    }
  }
}
