package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to write a bad job file, and what is said of it. */
class JobFileProblemsTest {

  /** Key, its value, and the only problem; NOISES stands for the words of the catalogue. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          noise | { type: gaussian, scal: 1 } | 3:8: noise.scale is missing // 3:26: unknown key noise.scal of gaussian; did you mean scale?
          noise | { type: none, scale: 1 } | 3:22: unknown key noise.scale of none; it has none
          noise | { type: gausian, scale: 1 } | 3:16: noise: unknown noise gausian; did you mean gaussian?
          noise | normal | 3:8: noise: unknown noise normal; known: NOISES
          noise | { scale: 1 } | 3:8: noise.type is missing; known: NOISES
          noise | [1, 2] | 3:8: noise must be a mapping with a type, got a list
          noise | { type: [gaussian] } | 3:16: noise.type must be a word, got a list
          noise | { type: sum, of: [] } | 3:25: noise.of must be a list, got an empty one
          noise | { type: sum, of: {type: none} } | 3:25: noise.of must be a list, got a mapping
          noise | { type: sum, of: [{type: gaussian, scale: 0}] } | 3:50: noise.of.0.scale must be in (0, inf), got 0
          noise | { type: gaussian, scale: 1.0, scale: 2.0 } | 3:38: key scale is given twice, first in line 3
          noise | { type: stable, alpha: 2.5, scale: 1 } | 3:31: noise.alpha must be in (0, 2], got 2.5
          objective | { type: double-well, depth: nan, half-width: 1 } | 2:40: objective.depth must be finite, got nan
          objective | { type: double-well, depth: .inf, half-width: 1 } | 2:40: objective.depth must be finite, got .inf
          objective | { type: double-well, depth: deep, half-width: 1 } | 2:40: objective.depth must be a number, got deep
          objective | { type: double-well, depth: "1", half-width: 1 } | 2:40: objective.depth must be a number, got the text "1"
          objective | { type: double-well, depth: [1], half-width: 1 } | 2:40: objective.depth must be a number, got a list
          objective | { type: double-well, depth: , half-width: 1 } | 2:39: objective.depth must be a number, got nothing
          objective | { type: double-well, depth: 1_000, half-width: 1 } | 2:40: objective.depth must be written without underscores, got 1_000
          objective | { type: double-well, depth: 0x1F, half-width: 1 } | 2:40: objective.depth must be written in decimal notation, got 0x1F
          objective | { type: double-well, depth: 017, half-width: 1 } | 2:40: objective.depth must be written without leading zeros, got 017 (in YAML an octal number)
          objective | { type: double-well, depth: 1e999, half-width: 1 } | 2:40: objective.depth is too large for a double, got 1e999
          objective | { type: double-well, depth: 1e-999, half-width: 1 } | 2:40: objective.depth is too small for a double, got 1e-999
          objective | { type: double-well, depth: 1%, half-width: 1 } | 2:40: objective.depth must be a number, got 1%
          objective | { type: isotropic-quadratic, curvature: 1, dimension: 1.5 } | 2:66: objective.dimension must be a whole number, got 1.5
          objective | { type: isotropic-quadratic, curvature: 1, dimension: 1e10 } | 2:66: objective.dimension must be a whole number up to 2147483647, got 1e10
          objective | { type: full-quadratic, hessian: [[1, 0], [0]] } | 2:45: objective.hessian: row 1 has 1 numbers, row 0 has 2
          objective | { type: full-quadratic, hessian: 1 } | 2:45: objective.hessian must be a list of rows, got 1
          dynamics | { type: heavy-ball, step-size: -0.1, momentum: 0 } | 4:42: dynamics.step-size must be in (0, inf), got -0.1
          dynamics | { type: heavy-ball, step-size: 0.1, momentum: 1.2 } | 4:57: dynamics.momentum must be in (-1, 1), got 1.2
          dynamics | { type: heavy-ball, step-size: fast, momentum: 0 } | 4:42: dynamics.step-size must be a number, got fast
          dynamics | { type: sgd, step-size: { type: exponentail } } | 4:43: dynamics.step-size: unknown schedule exponentail; did you mean exponential?
          domain | { type: interval, low: 1, high: 0 } | 6:41: domain.high must be above low = 1.0, got 0.0
          start | [1.0] | 5:8: start [1.0] is outside the domain (margin -1.0)
          start | [] | 5:8: start must be a list of numbers, got an empty list
          start | {x: 1} | 5:8: start.type is missing; known: uniform, normal, initial-weights, shared, trained, row
          start | [a] | 5:9: start.0 must be a number, got a
          start | [-1, 0] | 5:8: start has 2 coordinates, the objective 1
          domain | { type: half-space, normal: [-1, 0], offset: 0 } | 6:9: domain: normal has 2 coordinates, the objective 1
          horizon | -5 | 7:10: horizon must be in [1, inf), got -5
          horizon | 0.5 | 7:10: horizon must be a whole number, got 0.5
          horizon | 1e77 | 7:10: horizon must be a whole number up to 9223372036854775807, got 1e77
          horizon | 9223372036854775808 | 7:10: horizon must be a whole number up to 9223372036854775807, got 9223372036854775808
          horizon | 1:30 | 7:10: horizon must be a whole number, got 1:30 (in YAML a number in base 60)
          horizon | | 7:9: horizon must be a whole number, got nothing
          trajectories | 0 | 8:15: trajectories must be in [1, 1e12], got 0
          seed | random | 9:7: seed must be a whole number, got random
          question | "" | 1:11: question must be a text, got an empty one
          question | [a, b] | 1:11: question must be a text, got a list
          precision | 0 | 10:12: precision must be in (0, 1), got 0
          precision | 150% | 10:12: precision must be in (0, 1), got 150%
          precision | good | 10:12: precision must be a number, got good
          measure | [exit-tme] | 10:11: measure.0: unknown measure exit-tme; did you mean exit-time?
          measure | exit-time | 10:10: measure must be a list, got exit-time
          keep | all | 10:7: keep must be a mapping with the key exits, got all
          keep | { exit: all } | 10:9: unknown key keep.exit of keep; did you mean exits?
          keep | { exits: some } | 10:16: keep.exits must be all, none or a whole number from 0, got some
          keep | { exits: -1 } | 10:16: keep.exits must be all, none or a whole number from 0, got -1
          common-random-numbers | yes | 10:24: common-random-numbers must be true or false, got yes
          diverged-beyond | .inf | 10:18: diverged-beyond must be finite, got .inf
          diverged-beyond | 0 | 10:18: diverged-beyond must be in (0, inf), got 0
          horizn | 5 | 10:1: unknown key horizn of a job file; did you mean horizon?
          """)
  void ofOneValue(String key, String value, String problems) {
    String noises = String.join(", ", Catalog.names("noise"));
    assertThat(JobText.problems(JobText.with(key, value == null ? "" : value)))
        .containsExactly(problems.replace("NOISES", noises).split(" // "));
  }

  /** The value of the key fits of a job that sweeps two axes, and the only problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {} | 11:7: fits must be a list, got a mapping
          [exponential] | 11:8: fits.0 must be a mapping with quantity, against and law, got exponential
          [{ quantity: mean_time, against: dynamics.momentum, law: growt }] | 11:64: fits.0.law must be a known law, got growt; did you mean growth?
          [{ quantity: mean_time, against: dynamics.momentum, law: [] }] | 11:64: fits.0.law must be a word, got a list
          [{ quantity: mean_time, against: dynamics.momentum }] | 11:8: fits.0.law is missing
          [{ quantity: mean_tim, against: dynamics.momentum, law: growth }] | 11:20: fits.0.quantity must be a measured quantity, got mean_tim; did you mean mean_time?
          [{ quantity: mean_time, against: dynamics.momentun, law: growth }] | 11:40: fits.0.against: dynamics.momentun is not swept; did you mean dynamics.momentum?
          [{ quantity: mean_time, against: horizon, law: growth }] | 11:40: fits.0.against: horizon is not swept; known: dynamics.momentum, noise.type
          [{ quantity: mean_time, against: dynamics.momentum, law: power }] | 11:40: fits.0.against: the power law needs positive values, got 0.0
          [{ quantity: mean_time, against: noise.type, law: growth }] | 11:40: fits.0.against: a law needs numbers, noise.type has words
          [{ quantity: mean_time, against: dynamics.momentum, law: growth, stp: 5 }] | 11:72: unknown key fits.0.stp of a fit; did you mean step?
          [{ quantity: mean_time, against: dynamics.momentum, law: growth, type: a }] | 11:72: unknown key fits.0.type of a fit; known: quantity, against, law, step, from, to
          [{ quantity: mean_time, against: dynamics.momentum, law: growth, step: -1 }] | 11:78: fits.0.step must be in [0, inf), got -1
          [{ quantity: mean_time, against: dynamics.momentum, law: growth, from: 5 }] | 11:78: fits.0.from needs against: step
          [{ quantity: mean_time, against: step, law: growth, to: 5 }] | 11:40: fits.0.against: a line needs two steps, mean_time is measured at none
          """)
  void ofTheFits(String fits, String problem) {
    String sweep = "{ dynamics.momentum: [0, 0.5], noise.type: [gaussian, uniform] }";
    assertThat(JobText.problems(JobText.with("sweep", sweep, "fits", fits)))
        .containsExactly(problem);
  }

  @Test
  void ofAFitAlongSteps() {
    String measure = "[{ type: moments, of: [loss], at: { type: steps, steps: [10, 20, 30] } }]";
    String fit = "[{ quantity: loss, against: step, law: power%s }]";
    assertThat(fitProblems(measure, fit.formatted(""))).isEmpty();
    assertThat(fitProblems(measure, fit.formatted(", from: 20"))).isEmpty();
    assertThat(fitProblems(measure, fit.formatted(", from: 11, to: 29")))
        .containsExactly(
            "11:35: fits.0.against: a line needs two steps, loss is measured at one of these");
    assertThat(fitProblems(measure, fit.formatted(", step: 20")))
        .containsExactly("11:59: fits.0.step is for one step; against: step takes from and to");
  }

  private static List<String> fitProblems(String measure, String fit) {
    return JobText.problems(JobText.with("measure", measure, "fits", fit));
  }

  /** The value of the key sweep, and the only problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {} | 10:8: sweep is empty; leave it out to run a single cell
          | 10:7: sweep is empty; leave it out to run a single cell
          [1] | 10:8: sweep must be a mapping of paths to values, got a list
          { zip: {} } | 10:15: sweep.zip is empty; leave it out to run a single cell
          { noise.scale: [] } | 10:23: sweep.noise.scale has no values
          { noise.scale: 1 } | 10:23: sweep.noise.scale must be a list of values, got 1
          { noise.scal: [1] } | 10:10: there is no noise.scal to sweep; did you mean noise.scale?
          { momentum: [0.5] } | 10:10: there is no momentum to sweep; did you mean dynamics.momentum?
          { start.1: [0.5] } | 10:10: there is no start.1 to sweep; did you mean start.0?
          { everything: [0.5] } | 10:10: there is no everything to sweep
          { seed: [1, 2] } | 10:10: seed belongs to the whole study and cannot be swept
          { noise.scale: [1, 2, 1.0] } | 10:30: sweep.noise.scale holds 1.0 twice
          { zip: { noise.scale: [1, 2, 1.0], horizon: [5, 5, 5] } } | 10:37: sweep.zip holds 1.0, 5 twice
          { noise.scale: [1], noise.scale: [2] } | 10:28: key noise.scale is given twice, first in line 10
          { noise.scale: [1], zip: { noise.scale: [2] } } | 10:35: noise.scale is swept twice, first in line 10
          { noise.scale: [1], noise: [none] } | 10:28: noise contains noise.scale, also swept
          { noise: [none], noise.scale: [1] } | 10:25: noise.scale lies inside noise, also swept
          { zip: { noise.scale: [1, 2], horizon: [5] } } | 10:15: zipped axes must have equally many values: noise.scale has 2, horizon has 1
          { noise.scale: [1, -1] } | 10:27: noise.scale must be in (0, inf), got -1
          { noise.scale: [1, x] } | 10:27: noise.scale must be a number, got x
          { noise.scale: { geometrc: {} } } | 10:25: unknown key sweep.noise.scale.geometrc of an axis; did you mean geometric?
          { noise.scale: { values: [1], linear: [2] } } | 10:23: sweep.noise.scale must have one of the keys values, geometric, linear
          { noise.scale: { linear: [2] } } | 10:33: sweep.noise.scale.linear must be a mapping with from, to and points, got a list
          { noise.scale: { linear: { from: 1, to: 2 } } } | 10:33: sweep.noise.scale.linear.points is missing
          { noise.scale: { linear: { from: 1, to: 2, points: 0 } } } | 10:59: sweep.noise.scale.linear.points must be in [1, 1000000], got 0
          { noise.scale: { geometric: { from: 0, to: 2, points: 3 } } } | 10:36: sweep.noise.scale.geometric must go from and to numbers of the same sign, neither of them 0
          { noise.scale: { geometric: { from: -1, to: 2, points: 3 } } } | 10:36: sweep.noise.scale.geometric must go from and to numbers of the same sign, neither of them 0
          { noise.scale: { linear: { from: 1, to: 2, points: 1001 } }, horizon: { linear: { from: 1, to: 1000, points: 1000 } } } | 10:8: the sweep has 1001000 cells, more than 1000000
          { noise.type: [gaussian, gausian] } | 10:33: noise: unknown noise gausian; did you mean gaussian?
          { start: [[-1], [1]] } | 10:24: start [1.0] is outside the domain (margin -1.0) (in 1 of 2 cells, first with start [1])
          { start.0: [-1, 1, 2] } | 5:8: start [1.0] is outside the domain (margin -1.0) (in 2 of 3 cells, first with start.0 1)
          { dynamics.step-size: [0.1, { type: constant, value: 0.1 }] } | 10:8: cells 0 and 1 of the sweep are the same experiment
          """)
  void ofTheSweep(String sweep, String problem) {
    assertThat(JobText.problems(JobText.with("sweep", sweep == null ? "" : sweep)))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          dynamics.momentum=1.2 | --set dynamics.momentum=1.2: dynamics.momentum must be in (-1, 1), got 1.2
          dynamics.momentun=0.2 | --set dynamics.momentun=0.2: there is no dynamics.momentun; did you mean dynamics.momentum?
          dynamics.momentum | --set dynamics.momentum: must have the form key=value
          noise={type: | --set noise={type:: not valid YAML: expected the node content, but found '<stream end>' (while parsing a flow node from line 1)
          noise={type: gaussian} | --set noise={type: gaussian}: noise.scale is missing
          horizon= | --set horizon=: horizon must be a whole number, got nothing
          sweep.noise.scal=[1] | --set sweep.noise.scal=[1]: there is no noise.scal to sweep; did you mean noise.scale?
          """)
  void ofAnOption(String option, String problem) {
    assertThat(JobText.problems(JobText.PLAIN, option)).containsExactly(problem);
  }

  @Test
  void ofAnOptionThatTheSweepHides() {
    String swept = JobText.with("sweep", "{ zip: { noise.scale: [1, 2] } }");
    assertThat(JobText.problems(swept, "noise.scale=3"))
        .containsExactly(
            "--set noise.scale=3: noise.scale is swept; set sweep.noise.scale to a list instead");
    String whole = JobText.with("sweep", "{ noise: [none, { type: gaussian, scale: 2 }] }");
    assertThat(JobText.problems(whole, "noise.scale=3"))
        .containsExactly(
            "--set noise.scale=3: noise.scale lies inside noise, which is swept;"
                + " set sweep.noise instead");
  }

  @Test
  void ofSyntax() {
    assertThat(JobText.problems("")).containsExactly(" is empty");
    assertThat(JobText.problems("# nothing\n")).containsExactly(" is empty");
    assertThat(JobText.problems("- a\n- b\n"))
        .containsExactly("1:1: a job file must be a mapping of keys, got a list");
    assertThat(JobText.problems("a: 1\n\tb: 2\n"))
        .containsExactly(
            "2:1: not valid YAML: found character '\\t(TAB)' that cannot start any token."
                + " (Do not use \\t(TAB) for indentation)");
    assertThat(JobText.problems("a: 1\n  b: 2\n"))
        .containsExactly("2:4: not valid YAML: mapping values are not allowed here");
    assertThat(JobText.problems("a: [1, 2\nb: 3\n"))
        .containsExactly(
            "2:2: not valid YAML: expected ',' or ']', but got : (while parsing a flow sequence"
                + " from line 1)");
    assertThat(JobText.problems("a: \"x\nb: 1\n"))
        .containsExactly(
            "3:1: not valid YAML: found unexpected end of stream (while scanning a quoted scalar"
                + " from line 1)");
    assertThat(JobText.problems("a: \u0001\n")).containsExactly("1:4: control character U+0001");
    assertThat(JobText.problems("? [a, b]\n: 1\n"))
        .containsExactly("1:4: not valid YAML: a key must be a word");
    assertThat(JobText.problems("a: " + "[".repeat(2000) + "]".repeat(2000)))
        .containsExactly(" not valid YAML: nested too deeply or too long");
  }

  @Test
  void ofAnchorsTagsAndDocuments() {
    assertThat(JobText.problems("a: &x 1\nb: *x\nc: !!int 3\n---\nd: 1\n"))
        .containsExactly(
            "1:4: anchors are not supported",
            "2:4: aliases are not supported: write the value instead of *x",
            "3:4: tags are not supported",
            "5:1: a second document begins here; a job file holds one");
  }

  @Test
  void allAtOnceByPosition() {
    String text =
        JobText.with(
            "noise", "{ type: gaussian, scale: -1 }",
            "dynamics", "{ type: heavy-ball, step-size: 0.1 }",
            "start", "[-1, 0]",
            "horizon", "none",
            "sweep", "{ noise.scal: [1], dynamics.step-size: [0] }");

    assertThat(JobText.problems(text, "seed=x"))
        .containsExactly(
            "3:33: noise.scale must be in (0, inf), got -1",
            "4:11: dynamics.momentum is missing",
            "7:10: horizon must be a whole number, got none",
            "10:10: there is no noise.scal to sweep; did you mean noise.scale?",
            "10:48: dynamics.step-size must be in (0, inf), got 0",
            "--set seed=x: seed must be a whole number, got x");
  }

  @Test
  void theMessageListsFiftyAndCountsTheRest() {
    StringBuilder text = new StringBuilder(JobText.PLAIN);
    for (int i = 0; i < 60; i++) {
      text.append("surplus-").append(i).append(": 1\n");
    }
    try {
      JobText.study(text.toString());
    } catch (JobFileException wrong) {
      List<String> lines = wrong.getMessage().lines().toList();
      assertThat(wrong.problems()).hasSize(60);
      assertThat(lines).hasSize(51);
      assertThat(lines.get(0)).startsWith("jobs/plain-job.yaml:10:1: unknown key surplus-0 of a");
      assertThat(lines.get(50)).isEqualTo("and 10 more problems");
      return;
    }
    throw new AssertionError("no problem found");
  }
}
