package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is made of the digits that ship: parts of them, other scales, other targets. */
@Tag("digits")
class DerivedDataTest {
  private static final String SHIPPED =
      Path.of(System.getProperty("project.basedir", "."), "data", "digits.csv.gz").toString();

  private static final DataSet DIGITS =
      new Csv(DataFile.found(SHIPPED, new LocalFiles()), ",", false, "last");

  private static Rows load(DataSet data) {
    return Loaded.load(data, new LocalFiles());
  }

  /** The counts of the source: 178, 182, 177, 183, 181, 182, 181, 179, 174, 180. */
  @Test
  void theDigitsAreWhole() {
    Rows rows = load(DIGITS);
    assertThat(rows.count()).isEqualTo(1797);
    assertThat(rows.dimension()).isEqualTo(64);
    assertThat(counts(rows).values())
        .containsExactlyInAnyOrder(178L, 182L, 177L, 183L, 181L, 182L, 181L, 179L, 174L, 180L);
    assertThat(Arrays.stream(rows.values()).max()).hasValue(16);
  }

  private static Map<Double, Long> counts(Rows rows) {
    return Arrays.stream(rows.targets())
        .boxed()
        .collect(Collectors.groupingBy(y -> y, Collectors.counting()));
  }

  @Test
  void theFirstRowsAreThoseOfTheFile() {
    Rows rows = load(new Subset(DIGITS, 12, "first", 0));
    assertThat(rows.targets()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    assertThat(rows.at(11, 3)).isEqualTo(load(DIGITS).at(11, 3));
  }

  @Test
  void theLastRowsAreWhatTheFirstLeave() {
    Rows last = load(new Subset(DIGITS, 797, "last", 0));
    assertThat(last.at(0, 3)).isEqualTo(load(DIGITS).at(1000, 3));
    assertThat(last.targets()[796]).isEqualTo(load(DIGITS).targets()[1796]);
  }

  @Test
  void classesKeepTheirShares() {
    Rows rows = load(new Subset(DIGITS, 100, "by-class", 0));
    assertThat(rows.count()).isEqualTo(100);
    // Of 1797 each class has 9.68 to 10.18 hundredths: largest remainders make all of them 10.
    assertThat(counts(rows).values()).containsOnly(10L);
    Rows odd = load(new Subset(DIGITS, 57, "by-class", 0));
    assertThat(odd.count()).isEqualTo(57);
    assertThat(counts(odd).values()).allMatch(n -> n == 5 || n == 6);
  }

  @Test
  void aLargerChoiceHoldsTheSmaller() {
    double[] small = load(new Subset(DIGITS, 300, "random", 3)).values();
    double[] large = load(new Subset(DIGITS, 700, "random", 3)).values();
    int found = Rows.FIRST;
    for (int i = Rows.FIRST; i < large.length && found < small.length; i += 64) {
      if (Arrays.equals(large, i, i + 64, small, found, found + 64)) {
        found += 64;
      }
    }
    assertThat(found).isEqualTo(small.length);
    assertThat(load(new Subset(DIGITS, 300, "random", 4)).values()).isNotEqualTo(small);
  }

  @Test
  void standardisedRowsHaveMeanZeroAndVarianceOne() {
    Rows global = load(new Standardised(DIGITS, "global", true));
    double[] features = Arrays.copyOfRange(global.values(), Rows.FIRST, global.values().length);
    assertThat(Arrays.stream(features).average().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(square(features)).isCloseTo(1, within(1e-12));
    assertThat(square(global.targets())).isCloseTo(1, within(1e-12));
    Rows each = load(new Standardised(DIGITS, "per-feature", false));
    assertThat(each.targets()).isEqualTo(load(DIGITS).targets());
    for (int k = 0; k < 64; k++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < each.count(); i++) {
        sum += each.at(i, k);
        squares += each.at(i, k) * each.at(i, k);
      }
      assertThat(sum / each.count()).isCloseTo(0, within(1e-12));
      // Three corners are never written on.
      double expected = k == 0 || k == 32 || k == 39 ? 0 : 1;
      assertThat(squares / each.count()).as("feature %s", k).isCloseTo(expected, within(1e-9));
    }
    Rows none = load(new Standardised(DIGITS, "none", true));
    assertThat(none.values()).isEqualTo(load(DIGITS).values());
  }

  private static double square(double[] values) {
    return Arrays.stream(values).map(x -> x * x).average().orElseThrow();
  }

  @Test
  void oneClassAgainstTheRest() {
    double[] targets = load(new OneAgainstRest(DIGITS, 3)).targets();
    assertThat(Arrays.stream(targets).filter(y -> y == 1).count()).isEqualTo(183);
    assertThat(Arrays.stream(targets).filter(y -> y == -1).count()).isEqualTo(1797 - 183);
  }

  @Test
  void saysWhatCannotBeTaken() {
    assertThatThrownBy(() -> load(new Subset(DIGITS, 1798, "first", 0)))
        .hasMessage("rows must be at most the number of rows that there are, 1797, got 1798");
    assertThatThrownBy(() -> load(new Subset(DIGITS, 9, "by-class", 0)))
        .hasMessage("rows must be at least the number of classes, 10, got 9");
    assertThatThrownBy(() -> new Subset(DIGITS, 9, "best", 0))
        .hasMessage("choice must be one of [first, last, random, by-class], got best");
    assertThatThrownBy(() -> load(new OneAgainstRest(DIGITS, 10)))
        .hasMessage("positive must be the target of some rows, not of none, got 10.0");
    assertThatThrownBy(() -> new Standardised(DIGITS, "all", true))
        .hasMessage("features must be one of [global, per-feature, none], got all");
  }
}
