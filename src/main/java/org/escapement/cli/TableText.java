package org.escapement.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.escapement.report.Numbers;
import org.escapement.spark.SqlResult;

/** Writes the answer to a query: aligned for people, as CSV, or as a JSON object a line. */
enum TableText {
  /** Aligned columns, real numbers to six digits; only as many rows as a person reads. */
  TABLE {
    @Override
    void write(SqlResult result, PrintWriter out) {
      List<List<Object>> rows = new ArrayList<>();
      while (rows.size() < MOST_ROWS && result.rows().hasNext()) {
        rows.add(result.rows().next());
      }
      TextTable text = new TextTable(headings(result.columns(), rows));
      rows.forEach(row -> text.row(row.stream().map(TableText::brief).toList()));
      out.print(text);
      String more = result.rows().hasNext() ? "the first " : "";
      out.print(
          "(" + more + Numbers.count(rows.size()) + (rows.size() == 1 ? " row)\n" : " rows)\n"));
    }
  },

  /** As in RFC 4180: a heading, every digit, NULL as nothing. */
  CSV {
    @Override
    void write(SqlResult result, PrintWriter out) {
      out.print(line(result.columns()));
      result.rows().forEachRemaining(row -> out.print(line(row)));
    }
  },

  /** One object a line, every digit, NULL as null. */
  JSON {
    @Override
    void write(SqlResult result, PrintWriter out) {
      result.rows().forEachRemaining(row -> out.print(object(result.columns(), row)));
    }
  };

  /** More rows than this are for CSV or JSON. */
  static final int MOST_ROWS = 1000;

  /** Writes everything, row by row where the format allows it. */
  abstract void write(SqlResult result, PrintWriter out);

  /** The word of the option. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> headings(List<String> columns, List<List<Object>> rows) {
    List<String> headings = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      boolean numbers =
          rows.stream().map(row -> row.get(column)).allMatch(v -> v == null || v instanceof Number);
      headings.add(numbers ? columns.get(j) : "<" + columns.get(j));
    }
    return headings;
  }

  private static String brief(Object value) {
    return value instanceof Double number ? Numbers.brief(number) : plain(value);
  }

  private static String line(List<?> row) {
    StringJoiner cells = new StringJoiner(",", "", "\n");
    row.forEach(value -> cells.add(quoted(plain(value))));
    return cells.toString();
  }

  private static String quoted(String text) {
    boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String object(List<String> columns, List<Object> row) {
    StringJoiner members = new StringJoiner(", ", "{", "}\n");
    for (int j = 0; j < row.size(); j++) {
      members.add(string(columns.get(j)) + ": " + json(row.get(j)));
    }
    return members.toString();
  }

  private static String plain(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value instanceof List<?> items ? json(items) : value.toString();
  }

  private static String json(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof List<?> items) {
      StringJoiner joined = new StringJoiner(", ", "[", "]");
      for (Object item : items) {
        joined.add(json(item));
      }
      return joined.toString();
    }
    boolean bare =
        value instanceof Boolean
            || value instanceof Number number && Double.isFinite(number.doubleValue());
    return bare ? value.toString() : string(plain(value));
  }

  private static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
