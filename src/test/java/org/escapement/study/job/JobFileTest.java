package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.escapement.domain.Ball;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Intersection;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Matrix;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.noise.SumOfNoises;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.FullQuadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.escapement.study.Keep;
import org.escapement.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFileTest {
  @TempDir private Path folder;

  private static Experiment only(String text) {
    Study study = JobText.study(text);
    assertThat(study.cells()).hasSize(1);
    return study.cells().get(0).experiment();
  }

  /** So that a sweep can go over dimensions. */
  @Test
  void oneNumberStandsForAllCoordinates() {
    Experiment spread =
        JobText.study(
                JobText.with(
                    "objective", "{ type: isotropic-quadratic, curvature: 1, dimension: 3 }",
                    "start", "0.25",
                    "domain", "{ type: ball, center: 0, radius: 1 }"))
            .cells()
            .get(0)
            .experiment();
    assertThat(spread.position()).isEqualTo(Vector.of(0.25, 0.25, 0.25));
    assertThat(spread.domain()).isEqualTo(new Ball(Vector.zero(3), 1));
  }

  @Test
  void readsTheWholeStudy() {
    Study study = JobText.study(JobText.PLAIN);

    assertThat(study.name()).isEqualTo("plain_job");
    assertThat(study.question()).isEqualTo("How long?");
    assertThat(study.job()).isEqualTo(JobText.PLAIN);
    assertThat(study.seed()).isEqualTo(42);
    assertThat(study.trajectories()).isEqualTo(1000);
    assertThat(study.precision()).isEmpty();
    assertThat(study.keep()).isEqualTo(new Keep(0));
    assertThat(study.commonRandomNumbers()).isFalse();
    assertThat(study.axes()).isEmpty();
    assertThat(study.run()).matches("[0-9a-f]{12}");
    assertThat(only(JobText.PLAIN))
        .isEqualTo(
            new Experiment(
                new DoubleWell(0.25, 1),
                new Gaussian(1),
                new HeavyBall(new Constant(0.1), new Constant(0)),
                Vector.of(-1),
                new HalfSpace(Vector.of(-1), 0),
                10_000_000,
                Double.POSITIVE_INFINITY));
  }

  @Test
  void readsWhatIsOptional() {
    Study study =
        JobText.study(
            JobText.with(
                "precision", "0.5%",
                "keep", "{ exits: all }",
                "common-random-numbers", "true",
                "measure", "[exit-time]",
                "diverged-beyond", "1e3"));

    assertThat(study.precision()).isEqualTo(OptionalDouble.of(0.005));
    assertThat(study.keep()).isEqualTo(new Keep(Long.MAX_VALUE));
    assertThat(study.commonRandomNumbers()).isTrue();
    assertThat(study.cells().get(0).experiment().divergedBeyond()).isEqualTo(1000);
    assertThat(study.cells().get(0).randomKey()).isEqualTo(RandomKey.of(42));
  }

  @Test
  void keepsSomeExits() {
    assertThat(JobText.study(JobText.with("keep", "{ exits: 1e3 }")).keep())
        .isEqualTo(new Keep(1000));
    assertThat(JobText.study(JobText.with("keep", "{ exits: none }")).keep())
        .isEqualTo(new Keep(0));
  }

  @Test
  void cellsHaveTheirOwnRandomNumbersUnlessAsked() {
    Study study = JobText.study(JobText.PLAIN);
    assertThat(study.cells().get(0).randomKey())
        .isEqualTo(RandomKey.of(42, study.cells().get(0).key()));
  }

  @Test
  void yamlsSurprisesAreRead() {
    assertThat(JobText.study(JobText.with("question", "no")).question()).isEqualTo("no");
    assertThat(JobText.study(JobText.with("question", "12")).question()).isEqualTo("12");
    assertThat(only(JobText.with("horizon", "1.5e3")).horizon()).isEqualTo(1500);
    assertThat(only(JobText.with("horizon", "1000.0")).horizon()).isEqualTo(1000);
    assertThat(only(JobText.with("horizon", "+9223372036854775807")).horizon())
        .isEqualTo(Long.MAX_VALUE);
    assertThat(JobText.study(JobText.with("seed", "-1e3")).seed()).isEqualTo(-1000);
    assertThat(only(JobText.with("start", "-1")).position()).isEqualTo(Vector.of(-1));
    assertThat(JobText.study("\uFEFF" + JobText.PLAIN).cells()).hasSize(1);
    assertThat(JobText.study("---\n" + JobText.PLAIN + "...\n").cells()).hasSize(1);
    assertThat(JobText.study(JobText.PLAIN.replace("\n", "\r\n")).cells()).hasSize(1);
  }

  @Test
  void readsNestedDescriptions() {
    Experiment experiment =
        only(
            JobText.with(
                "objective", "{ type: full-quadratic, hessian: [[2, 0.5], [0.5, 1]] }",
                "noise",
                    "{ type: sum, of: [{type: gaussian, scale: 1}, {type: stable, alpha: 1.5,"
                        + " scale: 0.1}] }",
                "dynamics",
                    "{ type: sgd, step-size: {type: exponential, initial: 0.1, steps: 100} }",
                "start", "[0, 0]",
                "domain",
                    "{ type: intersection, of: [whole-space, {type: ball, center: [0, 0], radius:"
                        + " 2}] }"));

    assertThat(experiment.objective())
        .isEqualTo(new FullQuadratic(Matrix.of(new double[] {2, 0.5}, new double[] {0.5, 1})));
    assertThat(experiment.noise())
        .isEqualTo(new SumOfNoises(List.of(new Gaussian(1), new Stable(1.5, 0.1))));
    assertThat(experiment.dynamics()).isEqualTo(new Sgd(new Exponential(0.1, 100)));
    assertThat(((Intersection) experiment.domain()).of().get(0)).isEqualTo(new WholeSpace());
  }

  @Test
  void noiseIsNoneUnlessGiven() {
    String text = JobText.PLAIN.replaceFirst("(?m)^noise:.*\n", "");
    assertThat(only(text).noise()).isEqualTo(new NoNoise());
    assertThat(only(JobText.with("noise", "none")).noise()).isEqualTo(new NoNoise());
    assertThat(only(JobText.with("noise", "{type: none}")).noise()).isEqualTo(new NoNoise());
  }

  @Test
  void optionsChangeValues() {
    Study study =
        JobText.study(
            JobText.PLAIN,
            "dynamics.momentum=0.9",
            "noise={type: stable, alpha: 1.5, scale: 1}",
            "domain = {type: interval, low: -2, high: 0}",
            "start.0=-0.5",
            "precision=1%",
            "keep.exits=all");
    Experiment experiment = study.cells().get(0).experiment();

    assertThat(experiment.dynamics())
        .isEqualTo(new HeavyBall(new Constant(0.1), new Constant(0.9)));
    assertThat(experiment.noise()).isEqualTo(new Stable(1.5, 1));
    assertThat(experiment.domain()).isEqualTo(new Interval(-2, 0));
    assertThat(experiment.position()).isEqualTo(Vector.of(-0.5));
    assertThat(study.precision()).isEqualTo(OptionalDouble.of(0.01));
    assertThat(study.keep()).isEqualTo(new Keep(Long.MAX_VALUE));
    assertThat(study.job())
        .startsWith(JobText.PLAIN + "# --set dynamics.momentum=0.9\n# --set noise=")
        .endsWith("# --set keep.exits=all\n");
  }

  @Test
  void anOptionOfSeveralLinesStaysACommentOfTheText() {
    Study study = JobFile.parse(JobText.PLAIN, "x.yaml", List.of("dynamics.momentum=\n  0.5"));
    assertThat(study.job()).isEqualTo(JobText.PLAIN + "# --set dynamics.momentum=   0.5\n");
  }

  @Test
  void optionsChangeTheSweep() {
    String swept = JobText.with("sweep", "{ dynamics.momentum: [0, 0.5] }");
    assertThat(JobText.study(swept, "sweep.dynamics.momentum=[0.9]").cells())
        .extracting(cell -> cell.axes().get(0))
        .containsExactly(0.9);
    assertThat(JobText.study(swept, "sweep.noise.scale=[1, 2, 3]").cells()).hasSize(6);
    assertThat(
            JobText.study(JobText.PLAIN, "sweep.zip.noise.scale=[1, 2]", "sweep.zip.horizon=[5, 6]")
                .cells())
        .hasSize(2);
  }

  @Test
  void theRunIsNamedByWhatIsRun() {
    String run = JobText.study(JobText.PLAIN).run();

    assertThat(JobText.study("# a remark\n" + JobText.PLAIN).run()).isEqualTo(run);
    assertThat(JobText.study(JobText.with("question", "Why?")).run()).isEqualTo(run);
    assertThat(JobText.study(JobText.with("horizon", "10000000")).run()).isEqualTo(run);
    assertThat(JobText.study(JobText.PLAIN, "horizon=1e7").run()).isEqualTo(run);
    assertThat(
            List.of(
                run,
                JobText.study(JobText.with("trajectories", "1001")).run(),
                JobText.study(JobText.with("precision", "1%")).run(),
                JobText.study(JobText.with("keep", "{exits: all}")).run(),
                JobText.study(JobText.with("seed", "43")).run(),
                JobText.study(JobText.with("horizon", "1e6")).run()))
        .doesNotHaveDuplicates();
  }

  @Test
  void readsFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("exit-by_scale.yml"), JobText.PLAIN);
    assertThat(JobFile.read(file, List.of()).name()).isEqualTo("exit_by_scale");
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("double-well.yaml"), JobText.PLAIN);
    Path misspelt = folder.resolve("double-wel.yaml");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "question: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat(3_000_001));

    assertThatThrownBy(() -> JobFile.read(misspelt, List.of()))
        .isInstanceOf(JobFileException.class)
        .hasMessage(misspelt + ": no such file; did you mean " + file + "?");
    assertThatThrownBy(() -> JobFile.read(folder, List.of()))
        .hasMessage(folder + ": is a directory, not a job file");
    assertThatThrownBy(() -> JobFile.read(latin, List.of()))
        .hasMessage(latin + ": is not UTF-8 text");
    assertThatThrownBy(() -> JobFile.read(large, List.of()))
        .hasMessage(large + ": is larger than 3000000 bytes");
    assertThatThrownBy(() -> JobFile.read(folder.resolve("none/x.yaml"), List.of()))
        .hasMessage(folder.resolve("none/x.yaml") + ": no such file");
  }

  @Test
  void theNameMustNameTables() {
    assertThatThrownBy(() -> JobFile.parse(JobText.PLAIN, "jobs/1-well.yaml", List.of()))
        .hasMessage(
            "jobs/1-well.yaml: the name of a job file becomes the name of its tables and must"
                + " consist of letters, digits, - and _, the first no digit, got 1-well.yaml");
  }
}
