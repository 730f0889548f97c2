package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escapement.report.ExampleRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir Path folder;

  private Command verify(String... more) {
    Path job = JobText.in(folder);
    List<String> arguments =
        new ArrayList<>(List.of("verify", job.toString(), "--out", folder + "/tables"));
    arguments.addAll(List.of(more));
    return Command.run(arguments.toArray(String[]::new));
  }

  @Test
  void runsAndAgrees() {
    Command verify = verify();
    assertThat(verify.out())
        .containsPattern(
            "\n[0-9]+ measured numbers agree with exact predictions .false-alarm rate 1e-4");
    assertThat(verify.code()).isZero();
  }

  /** The tables are those of ExampleRun: its cell 1 disagrees. */
  @Test
  void listsDisagreements() {
    Workplace finished = new FinishedWorkplace(ExampleRun.TABLES);
    Command verify = Command.run(finished, "verify", JobText.in(folder).toString());
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.out())
        .endsWith(
            """
            1 of 3 measured numbers disagrees with exact predictions (false-alarm rate 1e-4 for all together).

            cell  step_size  quantity   predicted        measured      z  prediction
               1        0.1  mean_time    12.0000  12.250 ± 0.041  +6.12  discrete-chain
            """);
  }

  @Test
  void saysWhenNoExactPredictionApplies() {
    Command verify =
        verify(
            "--set", "objective={type: rastrigin, dimension: 2}",
            "--set", "start=[0.0, 0.0]",
            "--set", "domain={type: ball, center: [0.0, 0.0], radius: 0.1}");
    assertThat(verify.out())
        .endsWith("nothing to verify: no exact prediction applies to this study\n");
    assertThat(verify.code()).isZero();
  }

  @Test
  void failsWhenThereIsNothingToVerify() {
    Command verify = verify("--set", "trajectories=100");
    assertThat(verify.out()).endsWith("nothing could be verified\n");
    assertThat(verify.code()).isEqualTo(1);
  }
}
