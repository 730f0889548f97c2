package org.escapement.network;

import java.util.Arrays;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Rows;
import org.escapement.model.Parameter;

/** The rows of src/test/python/network_reference.py, where all numbers are short fractions. */
record Sample(@Parameter("Rows") int count, @Parameter("Outputs") int outputs) implements DataSet {

  @Override
  public Rows rows(Files files) {
    double[][] x = new double[count][3];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < 3; k++) {
        x[i][k] = ((7 * i + 3 * k + i * k) % 11 - 5) / 4.0;
      }
      y[i] = outputs == 1 ? (5 * i + 1) % 7 - 3 : i % outputs;
    }
    return Rows.of(x, y);
  }

  static double[][] weights(int dimension) {
    return column(dimension, k -> ((5 * k * k + 3 * k) % 17 - 8) / 8.0 + (k + 1) / 1024.0);
  }

  static double[][] direction(int dimension) {
    return column(dimension, k -> ((7 * k + 2) % 13 - 6) / 8.0);
  }

  private static double[][] column(int n, java.util.function.IntToDoubleFunction of) {
    double[] numbers = new double[n];
    Arrays.setAll(numbers, of);
    return Arrays.stream(numbers).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  }
}
