package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailTest {
  private static final int N = 20_000;

  /** Sum of twelve uniforms, minus 6: near enough to normal. */
  private static double normal(SplittableRandom random) {
    return random.doubles(12).sum() - 6;
  }

  private static double[] lognormal(double s) {
    SplittableRandom random = new SplittableRandom(7);
    double[] x = new double[N];
    Arrays.setAll(x, i -> StrictMath.exp(s * normal(random)));
    return x;
  }

  private static Means means(double[] x) {
    Means.Tally tally = new Means.Tally(1, row -> true);
    tally.add(0, x, x.length);
    return tally.means();
  }

  /** The share and the skewness themselves, from the sorted numbers. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 1, 1.5, 2.5})
  void isThatOfTheSampleWithinItsError(double s) {
    double[] x = lognormal(s);
    Tail tail = means(x).tail(0);
    double mean = Arrays.stream(x).sum() / N;
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double share = Arrays.stream(sorted, N - N / 100, N).sum() / (N * mean);
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (N - 1);
    double third = Arrays.stream(x).map(v -> (v - mean) * (v - mean) * (v - mean)).sum() / N;
    assertThat(tail.relativeDeviation()).isCloseTo(Math.sqrt(variance) / mean, within(1e-9));
    assertThat(tail.topShare()).isCloseTo(share, within(share / 15));
    double skewness = third / (variance * Math.sqrt(variance));
    assertThat(tail.skewness()).isCloseTo(skewness, within(0.1 * skewness));
  }

  // A lognormal law has the share Phi(s - 2.326) and the relative deviation sqrt(e^(s^2) - 1):
  // 0.05 and 0.66 for s = 0.6, 0.57 and 22.7 for s = 2.5.
  @Test
  void saysWhereTheMeanIsCarriedByFew() {
    assertThat(means(lognormal(0.6)).tail(0).isHeavy()).isFalse();
    assertThat(means(lognormal(2.5)).tail(0).isHeavy()).isTrue();
    assertThat(means(lognormal(2.5)).tail(0).topShare()).isBetween(0.4, 0.65);
  }

  @Test
  void nearlyEqualNumbersAreNotSkew() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = new double[N];
    Arrays.setAll(x, i -> 1.0625 + 1e-3 * normal(random));
    Tail tail = means(x).tail(0);
    assertThat(tail.skewness()).isZero();
    assertThat(tail.topShare()).isCloseTo(0.01, within(0.01 / 15));
  }

  @Test
  void unknownOfNegativeNumbersOfFewAndOfThoseThatAreNotKept() {
    double[] x = lognormal(1);
    x[17] = -1e-9;
    assertThat(means(x).tail(0)).isEqualTo(Tail.UNKNOWN);
    assertThat(means(Arrays.copyOf(lognormal(1), 99)).tail(0).isKnown()).isFalse();
    assertThat(means(new double[200]).tail(0).isKnown()).isFalse();
    Means.Tally without = new Means.Tally(1);
    without.add(0, lognormal(1), N);
    assertThat(without.means().tail(0).isKnown()).isFalse();
    assertThat(Tail.UNKNOWN.isHeavy()).isFalse();
  }

  @Test
  void mergesAndIsReadAsItWasWritten() throws IOException {
    double[] x = lognormal(2);
    x[5] = 0;
    x[6] = Double.NaN;
    Means whole = means(x);
    Means first = means(Arrays.copyOf(x, 700));
    Means rest = means(Arrays.copyOfRange(x, 700, N));
    assertThat(rest.merge(first)).isEqualTo(whole);
    assertThat(whole.tail(0).isKnown()).isTrue();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.write(new DataOutputStream(bytes));
    Means read = Means.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read).isEqualTo(whole);
  }

  /** As a chunk of a ledger from before sizes were kept. */
  @Test
  void isLostWithAPartThatHasNone() {
    Means.Tally old = new Means.Tally(1);
    old.add(0, lognormal(1), 500);
    Means both = old.means().merge(means(lognormal(1)));
    assertThat(both.count(0)).isEqualTo(N + 500);
    assertThat(both.tail(0).isKnown()).isFalse();
  }
}
