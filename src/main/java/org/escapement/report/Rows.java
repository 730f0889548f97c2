package org.escapement.report;

import java.util.List;
import java.util.Optional;
import org.escapement.study.Table;

/**
 * The rows of a table, read by the names of its columns; a column that is not there holds only
 * NULL.
 */
public final class Rows {
  private final Table table;

  /** Reads the given table. */
  public Rows(Table table) {
    this.table = table;
  }

  /** The rows of the table of that name; none when the run does not have it. */
  public static Rows of(List<Table> tables, String name) {
    return new Rows(
        tables.stream()
            .filter(table -> table.name().equals(name))
            .findFirst()
            .orElse(new Table(name, List.of(), List.of())));
  }

  /** How many rows there are. */
  public int size() {
    return table.rows().size();
  }

  /** What stands in a row and a column. */
  public Optional<Object> value(int row, String column) {
    for (int j = 0; j < table.columns().size(); j++) {
      if (table.columns().get(j).name().equals(column)) {
        return Optional.ofNullable(table.rows().get(row)[j]);
      }
    }
    return Optional.empty();
  }

  /** A whole or a real number. */
  public Optional<Double> number(int row, String column) {
    return value(row, column).map(value -> ((Number) value).doubleValue());
  }

  /** A whole number; 0 for NULL. */
  public long count(int row, String column) {
    return value(row, column).map(value -> ((Number) value).longValue()).orElse(0L);
  }

  /** A text; empty for NULL. */
  public String text(int row, String column) {
    return value(row, column).map(Object::toString).orElse("");
  }
}
