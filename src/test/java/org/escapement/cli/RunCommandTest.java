package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job is that of JobText; its comparisons with theory raise a false alarm with probability 1e-4
 * before the seed.
 */
class RunCommandTest {
  @TempDir Path folder;
  private final LocalWorkplace workplace = new LocalWorkplace();

  private Command run(String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "run";
    arguments[1] = JobText.in(folder).toString();
    arguments[2] = "--out";
    arguments[3] = out().toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Command.run(workplace, arguments);
  }

  private Path out() {
    return folder.resolve("tables");
  }

  @Test
  void showsMeasuredBesidePredictedAndWhereTheTablesAre() {
    Command run = run();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith(
            "Does the interval empty?\n2 cells of 2,000 trajectories; tables in "
                + out()
                + "/small_job\n")
        .containsPattern(
            "\n   0        0.5          2000    2000         0         0  +[0-9.]+ ± 0[.][0-9]+")
        .containsPattern("\n[0-9]+ measured numbers agree with exact predictions")
        .contains("report  " + out() + "/small_job/report.html")
        .containsPattern(
            "SQL +escapement sql \"SELECT \\* FROM small_job.exit_summary WHERE run = '[0-9a-f]{12}'\" --out ");
    assertThat(run.err())
        .containsPattern("round 1.*: [0-9]+ chunk")
        .containsPattern("steps in .* steps/s");
  }

  @Test
  void leavesAReport() throws Exception {
    run();
    assertThat(Files.readString(out().resolve("small_job/report.html")))
        .startsWith("<!DOCTYPE html>")
        .contains("Does the interval empty?", "<circle");
  }

  @Test
  void doesNotRunAgainWhatIsComplete() {
    String first = run().out();
    Command second = run();
    assertThat(workplace.opened()).isEqualTo(1);
    assertThat(second.out()).contains("is complete; its tables say:");
    assertThat(second.out().lines().filter(line -> !line.contains("complete") && !line.isEmpty()))
        .containsExactlyElementsOf(first.lines().filter(line -> !line.isEmpty()).toList());
  }

  @Test
  void runsAgainWhenAskedTo() {
    run();
    Command fresh = run("--fresh");
    assertThat(workplace.opened()).isEqualTo(2);
    assertThat(fresh.out()).doesNotContain("is complete");
    assertThat(fresh.err()).contains("steps in");
  }

  @Test
  void goesOnWhenMoreIsAskedFor() {
    run();
    Command more = run("--set", "trajectories=4000");
    assertThat(more.out()).containsPattern("0        0.5          4000    4000");
  }

  @Test
  void aBadJobIsAMistakeAndStartsNothing() {
    Command run = run("--set", "dynamics.step-sise=1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean dynamics.step-size?");
    assertThat(run.out()).isEmpty();
    assertThat(workplace.opened()).isZero();
  }

  @Test
  void anOutputThatCannotBeWrittenIsAMistake() throws Exception {
    Files.writeString(out(), "a file");
    Command run = run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(out().toString()).doesNotContain("Exception", "\tat ");
    assertThat(workplace.opened()).isZero();
  }
}
