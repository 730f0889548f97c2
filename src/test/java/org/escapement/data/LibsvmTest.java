package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibsvmTest {
  @TempDir Path folder;

  private Rows rows(String text, int features) {
    return new Libsvm(Stored.text(folder, "t.svm", text), features).rows(new LocalFiles());
  }

  @Test
  void whatIsLeftOutIsZero() {
    String text = "+1 1:0.5 3:-2 # first\n-1\n\n2 2:1e1\n";
    double[] targets = {1, -1, 2};
    assertThat(rows(text, 0))
        .isEqualTo(Rows.of(new double[][] {{0.5, 0, -2}, {0, 0, 0}, {0, 10, 0}}, targets));
    assertThat(rows(text, 4))
        .isEqualTo(Rows.of(new double[][] {{0.5, 0, -2, 0}, {0, 0, 0, 0}, {0, 10, 0, 0}}, targets));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2:3 2:4|'line 1, column 3: must be index:value, index above 2 up to 5, got 2:4'",
        "1 1:1/1 3:3 2:4|'line 2, column 3: must be index:value, index above 3 up to 5, got 2:4'",
        "1 0:3|'line 1, column 2: must be index:value, index from 1 to 5, got 0:3'",
        "1 6:3|'line 1, column 2: must be index:value, index from 1 to 5, got 6:3'",
        "1 qid:3|'line 1, column 2: must be index:value, index from 1 to 5, got qid:3'",
        "1 3|'line 1, column 2: must be index:value, index from 1 to 5, got 3'",
        "1 3:x|'line 1, column 2: must be a number, got x'",
        "no 3:1|'line 1, column 1: must be a number, got no'",
        "1/2|'byte 3: ends before the first coordinate'",
      })
  void saysWhereItIsWrong(String lines, String message) {
    assertThatThrownBy(() -> rows(lines.replace('/', '\n'), 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder + "/t.svm: " + message);
  }
}
