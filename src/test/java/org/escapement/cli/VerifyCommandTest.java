package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        .endsWith(
            "2 measured numbers agree with exact predictions (false-alarm rate 1e-4 for all together).\n");
    assertThat(verify.code()).isZero();
  }

  @Test
  void failsWhenThereIsNothingToVerify() {
    Command verify = verify("--set", "trajectories=100");
    assertThat(verify.out()).endsWith("nothing to verify\n");
    assertThat(verify.code()).isEqualTo(1);
  }
}
