package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;

  @Test
  void saysThatAFileIsGood() {
    Path job = JobText.in(folder);
    Command check = Command.run("check", job.toString());
    assertThat(check.out()).isEqualTo(job + ": ok, 2 cells\n");
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isZero();
  }

  @Test
  void reportsAllProblemsOfAllFiles() {
    Path good = JobText.in(folder);
    String text = JobText.TEXT.replace("scale: 1.0", "scale: -1").replace("horizon", "horizn");
    Path bad = JobText.write(folder, "bad.yaml", text);
    Command check = Command.run("check", bad.toString(), good.toString());
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.out()).isEqualTo(good + ": ok, 2 cells\n");
    assertThat(check.err()).contains(bad + ":3:", "scale", bad + ":7:", "horizn", "horizon");
    assertThat(check.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void reportsAFileThatIsNotThere() {
    Command check = Command.run("check", folder.resolve("none.yaml").toString());
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err()).contains("none.yaml: no such file");
  }

  @Test
  void takesChangesIntoAccount() {
    Path job = JobText.in(folder);
    Command check = Command.run("check", job.toString(), "--set", "sweep.dynamics.step-size=[0.1]");
    assertThat(check.out()).isEqualTo(job + ": ok, 1 cell\n");
    Command bad = Command.run("check", job.toString(), "--set", "trajectories=0");
    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.err()).contains("trajectories must be in [1, 1e12]");
  }
}
