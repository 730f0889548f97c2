package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  private static final String TEXT = "a,\"b c\",y\n1,-2.5,3\n 4 ,\"5e-1\",+6\n";

  @TempDir Path folder;

  private Rows rows(String text, String separator, boolean header, String target) {
    return new Csv(Stored.text(folder, "t.csv", text), separator, header, target)
        .rows(new LocalFiles());
  }

  @Test
  void theLastColumnIsTheTarget() {
    Rows expected = Rows.of(new double[][] {{1, -2.5}, {4, 0.5}}, new double[] {3, 6});
    assertThat(rows(TEXT, ",", true, "last")).isEqualTo(expected);
    assertThat(rows("\uFEFF" + TEXT.replace("\n", "\r\n") + "\r\n", ",", true, "last"))
        .isEqualTo(expected);
    assertThat(rows(TEXT.replace(',', '\t').strip(), "tab", true, "last")).isEqualTo(expected);
    DataFile packed =
        Stored.file(folder, "t.csv.gz", Stored.packed(TEXT.getBytes(StandardCharsets.UTF_8)));
    assertThat(new Csv(packed, ",", true, "last").rows(new LocalFiles())).isEqualTo(expected);
  }

  @Test
  void theTargetHasANameOrANumber() {
    Rows expected = Rows.of(new double[][] {{1, 3}, {4, 6}}, new double[] {-2.5, 0.5});
    assertThat(rows(TEXT, ",", true, "b c")).isEqualTo(expected);
    assertThat(rows(TEXT, ",", true, "2")).isEqualTo(expected);
    assertThat(rows("1;-2.5;3\n4;.5;6", ";", false, "2")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,y/1,2/3|'t.csv: line 3: 1 fields, 2 in the first line'",
        "a,y/1,2//3,4|'t.csv: line 3: 1 fields, 2 in the first line'",
        "a,y/1,2,3|'t.csv: line 2: 3 fields, 2 in the first line'",
        "a,y/1,2/3,blue|'t.csv: line 3, column 2: must be a number, got blue'",
        "a,y/1,2/,4|'t.csv: line 3, column 1: must be a number, got nothing'",
        "a,y/NaN,4|'t.csv: line 2, column 1: must be a number, got NaN'",
        "a,y/0x1p3,4|'t.csv: line 2, column 1: must be a number, got 0x1p3'",
        "a,y/1e999,4|'t.csv: line 2, column 1: must be a number, got 1e999'",
        "a,y|'t.csv: byte 3: ends before the first row'",
        "/|'t.csv: byte 0: is empty'",
      })
  void saysWhereItIsWrong(String lines, String message) {
    assertThatThrownBy(() -> rows(lines.replace('/', '\n'), ",", true, "last"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder + "/" + message);
  }

  @Test
  void saysWhichColumnsThereAre() {
    assertThatThrownBy(() -> rows(TEXT, ",", true, "z"))
        .hasMessage(
            "target must be one of the names [a, b c, y], a number from 1 to 3 or last, got z");
    assertThatThrownBy(() -> rows("1,2\n", ",", false, "3"))
        .hasMessage("target must be a number from 1 to 2 or last, got 3");
    assertThatThrownBy(() -> rows("1,2\n", ";", false, "last"))
        .hasMessageContaining("separator \";\" parts")
        .hasMessageContaining("into 1 field");
    assertThatThrownBy(() -> rows("1,2\n", "::", false, "last"))
        .hasMessage("separator must be one character, tab or space, got ::");
  }

  @Test
  void refusesWhatIsNoText() {
    DataFile file = Stored.file(folder, "t.csv", new byte[] {'1', ',', '2', '\n', (byte) 0xC3});
    assertThatThrownBy(() -> new Csv(file, ",", false, "last").rows(new LocalFiles()))
        .hasMessage(folder + "/t.csv: line 2: is not UTF-8 text");
  }
}
