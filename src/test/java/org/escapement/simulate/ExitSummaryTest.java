package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitSummaryTest {
  private static final List<Ending> ENDINGS =
      List.of(Ending.EXITED, Ending.CENSORED, Ending.DIVERGED);

  private record Case(Ending how, long steps, int side) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void neitherCutsNorOrderMatter(int seed) throws IOException {
    Random random = new Random(seed);
    List<Case> cases = cases(random, 1000);
    ExitSummary whole = summary(cases);
    Collections.shuffle(cases, random);
    List<ExitSummary> parts = new ArrayList<>();
    for (int from = 0; from < cases.size(); ) {
      int to = Math.min(cases.size(), from + 1 + random.nextInt(200));
      parts.add(summary(cases.subList(from, to)));
      from = to;
    }
    Collections.shuffle(parts, random);
    ExitSummary merged = parts.stream().reduce(ExitSummary::merge).orElseThrow();
    assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(bytes(merged)).isEqualTo(bytes(whole));
    assertThat(read(bytes(merged))).isEqualTo(merged);
  }

  @Test
  void operandsOfAMergeStayAsTheyWere() {
    ExitSummary a = summary(cases(new Random(1), 10));
    ExitSummary b = summary(cases(new Random(2), 10));
    assertThat(a.merge(b).trajectories()).isEqualTo(20);
    assertThat(a).isEqualTo(summary(cases(new Random(1), 10)));
    assertThat(b).isEqualTo(summary(cases(new Random(2), 10)));
  }

  @Test
  void countsAndSums() {
    ExitSummary summary =
        summary(
            List.of(
                new Case(Ending.EXITED, 10, 0),
                new Case(Ending.EXITED, 20, 1),
                new Case(Ending.EXITED, 3_000_000_000L, 1),
                new Case(Ending.CENSORED, 4_000_000_000L, -1),
                new Case(Ending.DIVERGED, 7, -1)));
    assertThat(summary.trajectories()).isEqualTo(5);
    assertThat(summary.exited()).isEqualTo(3);
    assertThat(summary.censored()).isEqualTo(1);
    assertThat(summary.diverged()).isEqualTo(1);
    assertThat(summary.exitedBy(0)).isEqualTo(1);
    assertThat(summary.exitedBy(1)).isEqualTo(2);
    assertThat(summary.exits().steps()).isEqualByComparingTo("3000000030");
    assertThat(summary.exits().stepSquares()).isEqualByComparingTo("9000000000000000500");
    assertThat(summary.all().steps()).isEqualByComparingTo("7000000037");
    assertThat(summary.all().stepSquares()).isEqualByComparingTo("25000000000000000549");
    assertThat(summary.exits().times()).isEqualByComparingTo("750000007.5");
    assertThat(summary.all().timeSquares()).isEqualByComparingTo("1562500000000000034.3125");
    assertThat(summary).hasToString("3 exited, 1 censored, 1 diverged");
  }

  @Test
  void sizeStopsGrowingWithTheNumberOfTrajectories() throws IOException {
    ExitSummary ten = summary(cases(new Random(1), 10_000));
    ExitSummary many = ten;
    for (int doubling = 0; doubling < 20; doubling++) {
      many = many.merge(many);
    }
    assertThat(many.trajectories()).isEqualTo(10_000L << 20);
    assertThat(bytes(many).length).isLessThan(3 * bytes(ten).length);
  }

  @Test
  void refusesAnotherDomain() {
    ExitSummary one = new ExitSummary.Tally(1).summary();
    ExitSummary two = new ExitSummary.Tally(2).summary();
    assertThatThrownBy(() -> one.merge(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("summaries of different domains: 1 and 2 sides");
  }

  private static List<Case> cases(Random random, int n) {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Ending how = ENDINGS.get(random.nextInt(3));
      long steps = how == Ending.CENSORED ? 100_000 : 1 + random.nextInt(100_000);
      cases.add(new Case(how, steps, how == Ending.EXITED ? random.nextInt(2) : -1));
    }
    return cases;
  }

  private static ExitSummary summary(List<Case> cases) {
    ExitSummary.Tally tally = new ExitSummary.Tally(2);
    cases.forEach(c -> tally.add(c.how, c.steps, 0.25 * c.steps, c.side));
    return tally.summary();
  }

  private static byte[] bytes(ExitSummary summary) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    summary.write(new DataOutputStream(out));
    return out.toByteArray();
  }

  private static ExitSummary read(byte[] bytes) throws IOException {
    return ExitTimes.summaryOnly().read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
