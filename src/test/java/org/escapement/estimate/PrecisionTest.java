package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

  @ParameterizedTest
  @CsvSource({
    // present, relative error, target, most, expected
    "1000, 0.010, 0.010, 1000000, 1000",
    "1000, 0.009, 0.010, 1000000, 1000",
    "1000, 0.020, 0.010, 1000000, 4200",
    "1000, 0.011, 0.010, 1000000, 1271",
    "1000, 0.100, 0.010, 1000000, 8000",
    "1000, 0.100, 0.010, 5000, 5000",
    "1000, 0.020, 0.010, 4000, 4000",
    "1000, , 0.010, 1000000, 4000",
    "1000, , 0.010, 3000, 3000",
    "1000, 0.5, 0.010, 1000, 1000",
    "4611686018427387904, 1, 0.010, 9223372036854775807, 9223372036854775807",
  })
  void nextRound(long present, Double error, double target, long most, long expected) {
    OptionalDouble relative = error == null ? OptionalDouble.empty() : OptionalDouble.of(error);
    assertThat(Precision.nextTrajectories(present, relative, target, most)).isEqualTo(expected);
  }
}
