package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All expectations were written down by hand from the rules in the Javadoc. */
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 4, 0", "0.25, 4, 0.2500", "12.3456789, 4, 12.35", "123456, 4, 123500", "9.9996, 4, 10.00",
    "9999999, 3, 1.00e7", "1.25e-9, 4, 1.250e-9", "-0.5, 2, -0.50", "Infinity, 3, inf",
        "-Infinity, 3, -inf"
  })
  void significant(double value, int digits, String text) {
    assertThat(Numbers.significant(value, digits)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "0.05623413251903491, 0.0562341",
    "1e7, 1e7",
    "1000000, 1000000",
    "42, 42",
    "2.5e-9, 2.5e-9",
    "-3, -3",
    "0.30000000000000004, 0.3",
    "0, 0",
    "-0.0, 0"
  })
  void brief(double value, String text) {
    assertThat(Numbers.brief(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "12.3456, 0.0671, 12.346 ± 0.067",
    "123456, 1234, 123500 ± 1200",
    "12.3456, 0.0996, 12.35 ± 0.10",
    "1.23456e7, 12345, (1.2346 ± 0.0012)e7",
    "3.21e-9, 4.4e-11, (3.210 ± 0.044)e-9",
    "0.3, 12, 0 ± 12",
    "0.01, 2e8, (0.0 ± 2.0)e8",
    "5, 0, 5.000",
    "-2.5, 0.5, -2.50 ± 0.50"
  })
  void measured(double value, double error, String text) {
    assertThat(Numbers.measured(value, error)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "999, 999",
    "1000, 1.00 k",
    "999600, 1.00 M",
    "512345678, 512 M",
    "1.5e9, 1.50 G",
    "2e19, 20.0 E"
  })
  void metric(double value, String text) {
    assertThat(Numbers.metric(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.4213, 0.42 s",
    "9.94, 9.9 s",
    "9.96, 10 s",
    "59.6, 1 min 00 s",
    "200, 3 min 20 s",
    "7500, 2 h 05 min",
    "356400, 4 d 03 h",
    "0, 0 s"
  })
  void duration(double seconds, String text) {
    assertThat(Numbers.duration(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"1234567;1,234,567", "12;12"})
  void count(long value, String text) {
    assertThat(Numbers.count(value)).isEqualTo(text);
  }
}
