package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir Path folder;

  @Test
  void writesThePageAgain() throws Exception {
    String job = JobText.in(folder).toString();
    String out = folder.resolve("tables").toString();
    Command.run("run", job, "--out", out);
    Path page = Path.of(out, "small_job", "report.html");
    String first = Files.readString(page);
    Files.delete(page);
    Command report = Command.run("report", job, "--out", out);
    assertThat(report.code()).isZero();
    assertThat(report.out()).isEqualTo("report  " + page + "\n");
    assertThat(Files.readString(page)).isEqualTo(first);
  }

  @Test
  void needsAFinishedRun() {
    Path job = JobText.in(folder);
    Command report = Command.run("report", job.toString(), "--out", folder + "/none");
    assertThat(report.code()).isEqualTo(2);
    assertThat(report.err())
        .contains("/none/small_job holds no finished run")
        .contains("run it first: escapement run " + job);
  }
}
