package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithBigDecimalOnDoublesOfAllSizes(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExactSum sum = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 0; i < 300; i++) {
      double x = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(x)) {
        sum.add(x);
        expected = expected.add(new BigDecimal(x));
      }
    }
    assertThat(sum.value()).isEqualByComparingTo(expected);
    assertThat(sum.doubleValue()).isEqualTo(expected.doubleValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void agreesWithBigDecimalOnSquares(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExactSum sum = new ExactSum();
    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * Math.scalb(1.0, random.nextInt(-100, 100));
      long n = random.nextLong() >> random.nextInt(64);
      sum.addSquare(x);
      sum.addSquare(n);
      expected = expected.add(new BigDecimal(x).pow(2)).add(BigDecimal.valueOf(n).pow(2));
    }
    assertThat(sum.value()).isEqualByComparingTo(expected);
  }

  @Test
  void addsWholeNumbersBeyondThePrecisionOfDoubles() {
    ExactSum sum = new ExactSum();
    sum.add(Long.MAX_VALUE);
    sum.add(Long.MAX_VALUE);
    sum.add(Long.MIN_VALUE);
    sum.add(-7L);
    assertThat(sum.value()).isEqualByComparingTo("9223372036854775799");
  }

  @Test
  void roundsOnceAndToEven() {
    double half = Math.scalb(1.0, -53);
    assertThat(sumOf(1, half).doubleValue()).isEqualTo(1);
    assertThat(sumOf(1, half, Double.MIN_VALUE).doubleValue()).isEqualTo(Math.nextUp(1.0));
    assertThat(sumOf(Math.nextUp(1.0), half).doubleValue())
        .isEqualTo(Math.nextUp(Math.nextUp(1.0)));
    assertThat(sumOf(-1, -half, -Double.MIN_VALUE).doubleValue()).isEqualTo(-Math.nextUp(1.0));
  }

  @Test
  void reachesBothEndsOfTheRange() {
    assertThat(sumOf(Double.MIN_VALUE, Double.MIN_VALUE).doubleValue())
        .isEqualTo(2 * Double.MIN_VALUE);
    assertThat(sumOf(Double.MIN_NORMAL, -Double.MIN_VALUE).doubleValue())
        .isEqualTo(Math.nextDown(Double.MIN_NORMAL));
    assertThat(sumOf(Double.MAX_VALUE, Double.MAX_VALUE).doubleValue()).isInfinite();
    assertThat(sumOf(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE).doubleValue())
        .isEqualTo(Double.MAX_VALUE);
    assertThat(sumOf(1e300, 1, -1e300).doubleValue()).isEqualTo(1);
  }

  @Test
  void emptyIsZero() {
    assertThat(new ExactSum().doubleValue()).isEqualTo(0.0);
    assertThat(new ExactSum().value()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(sumOf(3, -3)).isEqualTo(new ExactSum());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 37, 99, 100})
  void cutAndOrderDoNotMatter(int cut) throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    double[] x =
        random.doubles(100, -1, 1).map(u -> u * Math.scalb(1.0, random.nextInt(80))).toArray();
    ExactSum whole = sumOf(x);
    ExactSum front = new ExactSum();
    ExactSum back = new ExactSum();
    for (int i = x.length - 1; i >= 0; i--) {
      (i < cut ? front : back).add(x[i]);
    }
    back.add(front);
    assertThat(back).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(bytes(back)).isEqualTo(bytes(whole));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 0.1, -1e-300, 1e300, Double.MIN_VALUE, -Double.MAX_VALUE})
  void readsWhatItWrote(double x) throws IOException {
    ExactSum sum = sumOf(x, 0.3);
    assertThat(ExactSum.read(new DataInputStream(new ByteArrayInputStream(bytes(sum)))))
        .isEqualTo(sum);
  }

  /** Bytes as they stand in ledgers: made when a sum still kept all of its 68 digits. */
  @ParameterizedTest
  @CsvSource({
    "0, 000100",
    "1, b2080101",
    "-1, b20801ff",
    "0.1, fb07070ccccccccccccd",
    "-1e-300, 1907ea91e03d070ca7",
    "1e300, e40f0705f90f22001d67",
  })
  void writesTheBytesOfOldLedgers(double x, String hex) throws IOException {
    assertThat(HexFormat.of().formatHex(bytes(sumOf(x)))).isEqualTo(hex);
  }

  @Test
  void equalityKnowsValuesOnly() throws IOException {
    ExactSum wide = sumOf(1e300, 0.3, 1e-300, -1e300, -1e-300);
    assertThat(wide).isEqualTo(sumOf(0.3)).hasSameHashCodeAs(sumOf(0.3));
    assertThat(bytes(wide)).isEqualTo(bytes(sumOf(0.3)));
    assertThat(wide.copy()).isEqualTo(wide).isNotEqualTo(sumOf(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -1, 0.1, -1e-300, 1e300})
  void growsUpwardsAsItIsDoubled(double x) {
    ExactSum sum = sumOf(x);
    for (int i = 0; i < 200; i++) {
      sum.add(sum.copy());
    }
    assertThat(sum.value()).isEqualByComparingTo(new BigDecimal(x).multiply(TWO.pow(200)));
    sum.add(x);
    assertThat(sum.value()).isEqualByComparingTo(new BigDecimal(x).multiply(TWO.pow(200).add(ONE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void takesBlocks(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[200];
    Arrays.setAll(x, i -> i % 7 == 0 ? 0 : Double.longBitsToDouble(random.nextLong() >> i % 12));
    Arrays.setAll(x, i -> Double.isFinite(x[i]) ? x[i] : i);
    ExactSum sum = sumOf(0.3);
    sum.add(x, 150);
    sum.add(x, 0);
    ExactSum expected = sumOf(Arrays.copyOf(x, 150));
    expected.add(0.3);
    assertThat(sum).isEqualTo(expected);
    assertThatThrownBy(() -> new ExactSum().add(new double[] {1, Double.POSITIVE_INFINITY}, 2))
        .hasMessage("only finite numbers have a sum, got Infinity");
  }

  @Test
  void refusesWhatHasNoSum() {
    assertThatThrownBy(() -> sumOf(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only finite numbers have a sum, got NaN");
  }

  private static ExactSum sumOf(double... x) {
    ExactSum sum = new ExactSum();
    for (double each : x) {
      sum.add(each);
    }
    return sum;
  }

  private static byte[] bytes(ExactSum sum) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sum.write(new DataOutputStream(out));
    return out.toByteArray();
  }
}
