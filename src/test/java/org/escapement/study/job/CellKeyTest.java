package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.domain.Intersection;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Moments;
import org.escapement.model.Matrix;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.objective.FullQuadratic;
import org.escapement.study.Cell;
import org.junit.jupiter.api.Test;

class CellKeyTest {
  private static String form(Object value) {
    StringBuilder text = new StringBuilder();
    new CellKey(0, false, List.of()).append(text, value);
    return text.toString();
  }

  private static String key(String text) {
    return JobText.study(text).cells().get(0).key();
  }

  /** The bits of the doubles are those of Python's struct.pack('>d', x).hex(). */
  @Test
  void hashesBitsAndWords() {
    assertThat(form(0.1)).isEqualTo("3fb999999999999a");
    assertThat(form(-0.0)).isEqualTo("0").isEqualTo(form(0.0));
    assertThat(form(Double.POSITIVE_INFINITY)).isEqualTo("7ff0000000000000");
    assertThat(form(10_000_000_000L)).isEqualTo("10000000000");
    assertThat(form(Vector.of(1, -2))).isEqualTo("[ 3ff0000000000000 c000000000000000]");
    assertThat(form(new FullQuadratic(Matrix.of(new double[] {1, 0}, new double[] {0, 1}))))
        .isEqualTo("full-quadratic{hessian=[[ 3ff0000000000000 0][ 0 3ff0000000000000]];}");
    assertThat(form(new Intersection(List.of(new Interval(0, 1), new WholeSpace()))))
        .isEqualTo("intersection{of=[ interval{low=0;high=3ff0000000000000;} whole-space{}];}");
  }

  /** What was so before it could be said is not said. */
  @Test
  void leavesOutSilentStandards() {
    Moments plain = new Moments(List.of("loss"), new AtHorizon());
    assertThat(form(plain)).isEqualTo("moments{of=[ \"loss\"];at=horizon{};}");
    Moments other = new Moments(List.of("loss"), new AtHorizon(), "eigenbasis", "origin");
    assertThat(form(other)).isEqualTo("moments{of=[ \"loss\"];at=horizon{};basis=\"eigenbasis\";}");
  }

  /**
   * The first 8 bytes of the SHA-256, by sha256sum, of
   *
   * <pre>{@code
   * digits=escapement-digits-1;seed=42;common-random-numbers=false;measure=exit-time;experiment{
   * objective=double-well{depth=3fd0000000000000;half-width=3ff0000000000000;};
   * noise=gaussian{scale=3ff0000000000000;};
   * dynamics=heavy-ball{step-size=constant{value=3fb999999999999a;};momentum=constant{value=0;};};
   * start=[ bff0000000000000];domain=half-space{normal=[ bff0000000000000];offset=0;};
   * horizon=10000000;diverged-beyond=7ff0000000000000;}
   * }</pre>
   *
   * without line breaks. A changed key is a changed digit in every table.
   */
  @Test
  void isAsItWas() {
    assertThat(key(JobText.PLAIN)).isEqualTo("6d01de5c2930216a");
  }

  /** As it was before there was another sampling. */
  @Test
  void leavesOutWhatWasAddedAndIsStandard() {
    FiniteSample plain = new FiniteSample(7, Vector.of(1), true);
    assertThat(form(plain))
        .isEqualTo("finite-sample{samples=7;scales=[ 3ff0000000000000];centred=true;}");
    assertThat(form(new FiniteSample(7, Vector.of(1), true, "reshuffling")))
        .isEqualTo(
            "finite-sample{samples=7;scales=[ 3ff0000000000000];centred=true;"
                + "sampling=\"reshuffling\";}");
  }

  @Test
  void dependsOnTheExperimentAlone() {
    String key = key(JobText.PLAIN);

    assertThat(
            List.of(
                key(JobText.with("question", "Why?")),
                key(JobText.with("trajectories", "5")),
                key(JobText.with("precision", "1%")),
                key(JobText.with("keep", "{exits: all}")),
                key(JobText.with("start", "-1.00")),
                key(JobText.with("domain", "{offset: -0.0, normal: -1, type: half-space}")),
                key(
                    JobText.with(
                        "dynamics",
                        "{type: heavy-ball, step-size: {type: constant, value: 1e-1}, momentum:"
                            + " 0}"))))
        .containsOnly(key);
  }

  @Test
  void dependsOnAllOfTheExperiment() {
    List<String> keys =
        List.of(
            key(JobText.PLAIN),
            key(JobText.with("objective", "{ type: double-well, depth: 0.26, half-width: 1 }")),
            key(JobText.with("objective", "{ type: double-well, depth: 0.25, half-width: 2 }")),
            key(JobText.with("noise", "{ type: laplace, scale: 1 }")),
            key(JobText.with("noise", "{ type: gaussian, scale: 1.0000000000000002 }")),
            key(JobText.with("start", "[-1.5]")),
            key(JobText.with("domain", "{ type: half-space, normal: [-2], offset: 0 }")),
            key(JobText.with("horizon", "1e6")),
            key(JobText.with("diverged-beyond", "10")),
            key(JobText.with("seed", "43")),
            key(JobText.with("common-random-numbers", "true")));
    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void aLargerSweepKeepsTheKeysOfTheSmaller() {
    Set<String> small = keys("{ dynamics.momentum: [0, 0.9] }");
    Set<String> large =
        keys("{ noise.scale: [0.5, 1], dynamics.momentum: [0.9, 0.5, 0], horizon: [1e7, 1e8] }");

    assertThat(small).hasSize(2).contains(key(JobText.PLAIN));
    assertThat(large).hasSize(12).containsAll(small);
  }

  private static Set<String> keys(String sweep) {
    Set<String> keys = new HashSet<>();
    JobText.study(JobText.with("sweep", sweep)).cells().stream().map(Cell::key).forEach(keys::add);
    return keys;
  }
}
