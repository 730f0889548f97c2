package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static Node.Scalar plain(String text) {
    return new Node.Scalar(Position.whole("test"), text, false);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1, -1",
    "+1.5, 1.5",
    "1., 1",
    ".5, 0.5",
    "1e7, 1e7",
    "1E-3, 0.001",
    "1e+07, 1e7",
    "0, 0",
    "0.0, 0",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e308"
  })
  void readsDecimalNotation(String text, double value) {
    assertThat(Numbers.number(plain(text))).isEqualTo(value);
  }

  @Test
  void neverReadsMinusZero() {
    assertThat(Double.doubleToRawLongBits(Numbers.number(plain("-0.0")))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"one", "1/2", "1,5", "1 2", "e5", "1e", "--1", "1f", "1d", "١", "0b", "."})
  void refusesWhatIsNoNumber(String text) {
    assertThatThrownBy(() -> Numbers.number(plain(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be a number, got " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.inf", ".NaN", "inf", "Infinity", "NaN", "+.Inf"})
  void refusesWhatIsNotFinite(String text) {
    assertThatThrownBy(() -> Numbers.number(plain(text))).hasMessage("must be finite, got " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1F", "0o17", "0b101", "-0xff"})
  void refusesOtherBases(String text) {
    assertThatThrownBy(() -> Numbers.number(plain(text)))
        .hasMessage("must be written in decimal notation, got " + text);
  }

  @Test
  void refusesTextsAndLongNumbers() {
    assertThatThrownBy(() -> Numbers.number(new Node.Scalar(Position.whole("x"), "1", true)))
        .hasMessage("must be a number, got the text \"1\"");
    assertThatThrownBy(() -> Numbers.number(plain("1".repeat(401))))
        .hasMessage("must be a number, got " + "1".repeat(60) + "...");
  }

  @ParameterizedTest
  @CsvSource({
    "1e7, 10000000",
    "1.5e1, 15",
    "100e-2, 1",
    "-3, -3",
    "0e5, 0",
    "9223372036854775807, 9223372036854775807",
    "9.223372036854775807e18, 9223372036854775807"
  })
  void readsWholeNumbersInAnyNotation(String text, long value) {
    assertThat(Numbers.whole(plain(text), Long.MAX_VALUE)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e-3", "-0.1", "1e-999999999"})
  void refusesFractions(String text) {
    assertThatThrownBy(() -> Numbers.whole(plain(text), Long.MAX_VALUE))
        .hasMessage("must be a whole number, got " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e19", "9223372036854775808", "-1e30", "1e999999999"})
  void refusesWhatIsBeyondLong(String text) {
    assertThatThrownBy(() -> Numbers.whole(plain(text), Long.MAX_VALUE))
        .hasMessage("must be a whole number up to 9223372036854775807, got " + text);
  }

  @ParameterizedTest
  @CsvSource({"0.5%, 0.005", "0.005, 0.005", "12.5 %, 0.125", "1e-1%, 0.001", "7%, 0.07"})
  void readsShares(String text, double value) {
    assertThat(Numbers.share(plain(text))).isEqualTo(value);
  }

  @Test
  void keepsDecimalsAsWritten() {
    assertThat(Numbers.decimal(plain("0.10"))).isEqualTo(new BigDecimal("0.10"));
    assertThat(Numbers.decimal(plain("0e99"))).isEqualTo(BigDecimal.ZERO);
  }
}
