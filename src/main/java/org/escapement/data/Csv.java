package org.escapement.data;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Parameter;

/**
 * A table of numbers as text, a line for each row; one of its columns is the target, the others are
 * the coordinates in their order. UTF-8; quotes around a field are taken off.
 */
public record Csv(
    @Parameter("The file, packed by gzip or not") DataFile file,
    @Parameter(
            value = "Between fields: one character, or the word tab or space",
            standard = "\",\"")
        String separator,
    @Parameter(value = "Whether the first line names the columns", standard = "true")
        boolean header,
    @Parameter(
            value = "Column of the target: its name, its number from 1, or last",
            standard = "last")
        String target)
    implements DataSet {

  /** Checks the separator. */
  public Csv {
    if (separator.length() != 1 && !List.of("tab", "space").contains(separator)) {
      throw new IllegalArgumentException(
          "separator must be one character, tab or space, got " + separator);
    }
  }

  @Override
  public boolean isRead() {
    return true;
  }

  private char between() {
    return switch (separator) {
      case "tab" -> '\t';
      case "space" -> ' ';
      default -> separator.charAt(0);
    };
  }

  @Override
  public Rows rows(Files files) {
    Unpacked unpacked = Unpacked.of(file, files);
    Lines lines = new Lines(unpacked);
    if (!lines.next()) {
      throw unpacked.wrongAt(0, "is empty");
    }
    String[] first = fields(lines.text());
    int column = targetColumn(first);
    RowCollector rows = new RowCollector(first.length - 1, unpacked);
    if (!header) {
      add(first, column, lines.number(), unpacked, rows);
    }
    while (lines.next()) {
      String[] fields = fields(lines.text());
      if (fields.length != first.length) {
        throw unpacked.wrongIn(
            lines.number(),
            "%d fields, %d in the first line".formatted(fields.length, first.length));
      }
      add(fields, column, lines.number(), unpacked, rows);
    }
    return rows.rows();
  }

  private String[] fields(String line) {
    String[] fields = line.split(java.util.regex.Pattern.quote("" + between()), -1);
    for (int j = 0; j < fields.length; j++) {
      String field = fields[j].strip();
      boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
      fields[j] = quoted ? field.substring(1, field.length() - 1).strip() : field;
    }
    return fields;
  }

  /** From 0. */
  private int targetColumn(String[] first) {
    if (first.length < 2) {
      throw new IllegalArgumentException(
          "separator \"%s\" parts %s into %d field; a target and one coordinate are needed"
              .formatted(separator, file.path(), first.length));
    }
    if (target.equals("last")) {
      return first.length - 1;
    }
    int named = header ? Arrays.asList(first).indexOf(target) : -1;
    if (named >= 0) {
      return named;
    }
    if (target.matches("[1-9]\\d{0,6}") && Integer.parseInt(target) <= first.length) {
      return Integer.parseInt(target) - 1;
    }
    throw new IllegalArgumentException(
        "target must be %sa number from 1 to %d or last, got %s"
            .formatted(header ? names(first) : "", first.length, target));
  }

  private static String names(String[] first) {
    return "one of the names " + Arrays.toString(first) + ", ";
  }

  private static void add(String[] fields, int column, int line, Unpacked file, RowCollector rows) {
    for (int j = 0; j < fields.length; j++) {
      double number = Decimal.parse(fields[j]);
      if (Double.isNaN(number)) {
        String what = fields[j].isEmpty() ? "nothing" : fields[j];
        throw file.wrongAt(line, j + 1, "must be a number, got " + what);
      }
      if (j == column) {
        rows.target(number);
      } else {
        rows.coordinate(j < column ? j : j - 1, number);
      }
    }
    rows.end();
  }
}
