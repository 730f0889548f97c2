package org.escapement.data;

import java.util.ArrayList;
import java.util.List;

/** Gathers rows whose number is not known before. */
final class RowCollector {
  private final Unpacked file;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  private double[] row;

  RowCollector(int dimension, Unpacked file) {
    this.row = new double[dimension];
    this.file = file;
  }

  void target(double target) {
    targets.add(target);
  }

  void coordinate(int k, double value) {
    row[k] = value;
  }

  /** The row is complete. */
  void end() {
    rows.add(row);
    row = new double[row.length];
  }

  Rows rows() {
    if (rows.isEmpty()) {
      throw file.wrongAt(file.bytes().length, "ends before the first row");
    }
    double[] target = targets.stream().mapToDouble(Double::doubleValue).toArray();
    return Rows.written(
        row.length,
        target,
        (i, values, from) -> System.arraycopy(rows.get(i), 0, values, from, row.length));
  }
}
