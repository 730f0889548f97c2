package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheoryCommandTest {
  private static final String MOMENTS =
      """
      question: How fast does a quadratic forget?
      objective: { type: quadratic, curvature: [1.0] }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: heavy-ball, step-size: 0.5, momentum: 0 }
      start: [1.0]
      domain: whole-space
      horizon: 10
      trajectories: 100
      seed: 1
      measure: [{ type: moments, of: [second] }]
      sweep:
        dynamics.step-size: [0.5, 0.1, 1.0, 1.5]
        dynamics.momentum: [0, 0.1, 0.2]
      """;

  @TempDir Path folder;
  private final LocalWorkplace workplace = new LocalWorkplace();

  private Command theory(Path job, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "theory";
    arguments[1] = job.toString();
    arguments[2] = "--out";
    arguments[3] = folder + "/tables";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Command.run(workplace, arguments);
  }

  /** The exact second moment at eta = 1 is 1, as at each later step: x is the kick alone. */
  @Test
  void printsATableAndLeavesATableAndAPage() throws Exception {
    Path job = JobText.write(folder, "moments.yaml", MOMENTS);
    Command theory = theory(job, "--prediction", "exact-moments");
    assertThat(theory.err()).isEmpty();
    assertThat(theory.code()).isZero();
    assertThat(theory.out())
        .startsWith("How fast does a quadratic forget?\n\nsecond.1.1\n")
        .contains("step_size  momentum  step  exact-moments\n")
        .contains("        1         0    10        1.00000\n")
        .contains("least at\nstep_size  momentum  step     least  prediction\n")
        .contains("page    " + folder + "/tables/moments/theory.html\n");
    Path tables = folder.resolve("tables/moments");
    assertThat(Files.readString(tables.resolve("theory.html")))
        .contains("<h1>How fast does a quadratic forget?</h1>")
        .contains(">predicted</text>");
    assertThat(Files.list(tables.resolve("predictions"))).hasSize(1);
    assertThat(workplace.opened()).isZero();
  }

  @Test
  void tellsOfOneQuantity() {
    Path job = JobText.in(folder);
    assertThat(theory(job).out()).contains("mean_step\n", "mean_time\n");
    assertThat(theory(job, "--quantity", "mean_time").out())
        .contains("mean_time\n")
        .doesNotContain("mean_step");
    Command wrong = theory(job, "--quantity", "mean-time");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("no mean-time is predicted; did you mean mean_time?");
  }

  @Test
  void knowsThePredictions() {
    Command wrong = theory(JobText.in(folder), "--prediction", "exact-wolk");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("there is no prediction exact-wolk; did you mean exact-walk?");
  }

  @Test
  void saysThatNothingApplies() {
    Path job = JobText.write(folder, "moments.yaml", MOMENTS);
    Command theory = theory(job, "--prediction", "exact-walk");
    assertThat(theory.code()).isZero();
    assertThat(theory.out()).contains("No prediction applies to this job.");
  }

  /** A table has one set of axes: what was said of another sweep makes room. */
  @Test
  void replacesPredictionsOfAnotherSweep() throws Exception {
    Path job = JobText.in(folder);
    Path runs = folder.resolve("tables/small_job/predictions");
    theory(job);
    theory(job, "--set", "noise.scale=0.9");
    assertThat(Files.list(runs)).hasSize(2);
    assertThat(theory(job, "--set", "sweep.noise.scale=[0.9, 0.8]").code()).isZero();
    assertThat(Files.list(runs)).hasSize(1);
  }

  @Test
  void aBadJobIsAMistake() {
    Command theory = theory(JobText.write(folder, "bad.yaml", MOMENTS.replace("seed", "sed")));
    assertThat(theory.code()).isEqualTo(2);
    assertThat(theory.err()).contains("bad.yaml", "did you mean seed?");
  }
}
