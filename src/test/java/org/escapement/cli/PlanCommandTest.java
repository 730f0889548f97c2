package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  @TempDir Path folder;

  @Test
  void estimatesCellsChunksStepsAndTime() throws Exception {
    Path job = JobText.in(folder);
    Command plan = Command.run("plan", job.toString());
    assertThat(plan.err()).isEmpty();
    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .startsWith("Does the interval empty?\n\ncell  step_size  trajectories  chunks");
    assertThat(plan.out()).containsPattern("   0        0.5          2000       2 ");
    assertThat(plan.out())
        .containsPattern("2 cells, 4 chunks, about [0-9.]+ k steps: about .* of one core");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(job);
    }
  }

  @Test
  void boundsWhatItCannotEstimate() {
    Path job = JobText.in(folder);
    Command plan =
        Command.run("plan", job.toString(), "--set", "noise.scale=0.001", "--set", "horizon=1e12");
    assertThat(plan.code()).isZero();
    assertThat(plan.out()).contains("> ", "at least ");
  }

  @Test
  void aBadJobIsAMistake() {
    assertThat(Command.run("plan", folder.resolve("x.yaml").toString()).code()).isEqualTo(2);
  }
}
