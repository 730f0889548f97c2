package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.escapement.spark.SqlResult;
import org.junit.jupiter.api.Test;

class TableTextTest {
  private static final List<String> COLUMNS = List.of("n", "word", "x", "when", "bytes", "list");
  private static final List<List<Object>> ROWS =
      List.of(
          Arrays.asList(
              1L,
              "a, \"b\"",
              0.1234567890123,
              Instant.EPOCH,
              new byte[] {1, -1},
              List.of(1.0, 2.5)),
          Arrays.asList(20, "line\nbreak\\", Double.POSITIVE_INFINITY, null, null, null));

  private static String text(TableText format, List<String> columns, List<List<Object>> rows) {
    StringWriter out = new StringWriter();
    format.write(new SqlResult(columns, rows.iterator()), new PrintWriter(out, true));
    return out.toString();
  }

  @Test
  void alignsForPeople() {
    assertThat(
            text(
                TableText.TABLE,
                List.of("n", "word", "x"),
                List.of(List.of(1, "a", 0.123456789), List.of(200, "bcd", 1e9))))
        .isEqualTo("  n  word         x\n  1  a     0.123457\n200  bcd        1e9\n(2 rows)\n");
  }

  @Test
  void showsOnlyTheFirstThousandToPeople() {
    List<List<Object>> many = Collections.nCopies(1001, List.of(1));
    assertThat(text(TableText.TABLE, List.of("n"), many)).endsWith("(the first 1,000 rows)\n");
    assertThat(text(TableText.CSV, List.of("n"), many).lines()).hasSize(1002);
  }

  @Test
  void writesCsv() {
    assertThat(text(TableText.CSV, COLUMNS, ROWS))
        .isEqualTo(
            """
            n,word,x,when,bytes,list
            1,"a, ""b""\",0.1234567890123,1970-01-01T00:00:00Z,01ff,"[1.0, 2.5]"
            20,"line
            break\\",Infinity,,,
            """);
  }

  @Test
  void writesJson() {
    assertThat(text(TableText.JSON, COLUMNS, ROWS))
        .isEqualTo(
            """
            {"n": 1, "word": "a, \\"b\\"", "x": 0.1234567890123, "when": "1970-01-01T00:00:00Z", "bytes": "01ff", "list": [1.0, 2.5]}
            {"n": 20, "word": "line\\nbreak\\\\", "x": "Infinity", "when": null, "bytes": null, "list": null}
            """);
  }
}
