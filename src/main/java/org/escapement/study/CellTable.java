package org.escapement.study;

import java.util.ArrayList;
import java.util.List;

/** Builds a table whose rows belong to cells: the cell's number and swept values come first. */
final class CellTable {
  private final String name;
  private final List<Column> columns = new ArrayList<>();
  private final List<Object[]> rows = new ArrayList<>();

  CellTable(String name, Study study) {
    this.name = name;
    columns.add(new Column("cell", Column.Type.LONG, "number of the cell in the sweep, from 0"));
    for (Axis axis : study.axes()) {
      columns.add(new Column(axis.column(), axis.type(), "swept: " + axis.path()));
    }
  }

  CellTable column(String column, Column.Type type, String comment) {
    columns.add(new Column(column, type, comment));
    return this;
  }

  /** Adds a row; the values are those of the columns that were added here, in order. */
  void row(Cell cell, Object... values) {
    row(cell.number(), cell.axes(), values);
  }

  /**
   * Adds a row that stands for several cells.
   *
   * @param cell number of the first of them
   * @param axes the values that they share, null where they differ
   */
  void row(int cell, List<Object> axes, Object... values) {
    List<Object> row = new ArrayList<>();
    row.add((long) cell);
    row.addAll(axes);
    row.addAll(java.util.Arrays.asList(values));
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          name + " has " + columns.size() + " columns, the row " + row.size());
    }
    rows.add(row.toArray());
  }

  Table build() {
    return new Table(name, List.copyOf(columns), List.copyOf(rows));
  }
}
