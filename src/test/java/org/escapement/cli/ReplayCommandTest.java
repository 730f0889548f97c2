package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Simulation;
import org.escapement.study.Cell;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  @TempDir Path folder;

  private Command replay(String... more) {
    List<String> arguments =
        new java.util.ArrayList<>(List.of("replay", JobText.in(folder).toString()));
    arguments.addAll(List.of(more));
    return Command.run(arguments.toArray(String[]::new));
  }

  @Test
  void endsWhereTheRunEnded() {
    Cell cell = JobFile.read(JobText.in(folder), List.of()).cells().get(1);
    ExitRows rows =
        Simulation.run(
                cell.experiment(),
                cell.randomKey(),
                ExitTimes.keepingBelow(40),
                new Chunk(0, 0, 40))
            .rows()
            .orElseThrow();
    for (int t = 0; t < 40; t += 13) {
      Command replay = replay("--cell", "1", "--trajectory", Integer.toString(t));
      assertThat(replay.code()).isZero();
      List<String> lines = replay.out().lines().toList();
      assertThat(lines).hasSize((int) rows.step(t) + 2);
      assertThat(lines.get(0)).isEqualTo("step,time,x1");
      assertThat(lines.get(1)).isEqualTo("0,0.0,0.0");
      assertThat(lines.get(lines.size() - 1))
          .isEqualTo(rows.step(t) + "," + rows.time(t) + "," + rows.position(t).orElseThrow()[0]);
      assertThat(replay.err())
          .startsWith("exited after " + rows.step(t) + " step")
          .contains(" by side ");
    }
  }

  @Test
  void writesEveryKthStepAndTheLast() {
    List<String> all = replay("--cell", "1", "--trajectory", "3").out().lines().toList();
    List<String> some =
        replay("--cell", "1", "--trajectory", "3", "--every", "4").out().lines().toList();
    assertThat(all).containsAll(some);
    assertThat(some.get(some.size() - 1)).isEqualTo(all.get(all.size() - 1));
    assertThat(some.subList(1, some.size() - 1))
        .allMatch(line -> Long.parseLong(line.split(",")[0]) % 4 == 0);
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(replay("--cell", "2", "--trajectory", "0").err())
        .isEqualTo("escapement: --cell must be in [0, 1], got 2\n");
    assertThat(replay("--cell", "0", "--trajectory", "-1").code()).isEqualTo(2);
    assertThat(replay("--cell", "0", "--trajectory", "0", "--every", "0").code()).isEqualTo(2);
    assertThat(replay("--cell", "x", "--trajectory", "0").err())
        .contains("Invalid value for option '--cell'");
  }
}
