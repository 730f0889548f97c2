package org.escapement.bench;

import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Rows;

/**
 * Rows of the shape of MNIST: row i is of class i modulo 10, half of each number the pattern of the
 * class and half noise, both by rules on whole numbers that peers/numpy_network.py has, too.
 */
record Images(int rows) implements DataSet {
  private static final int PIXELS = 784;
  private static final int CLASSES = 10;

  @Override
  public Rows rows(Files files) {
    double[] targets = new double[rows];
    for (int i = 0; i < rows; i++) {
      targets[i] = i % CLASSES;
    }
    return Rows.written(PIXELS, targets, Images::write);
  }

  private static void write(int i, double[] values, int from) {
    for (int k = 0; k < PIXELS; k++) {
      long noise = (i * 7919L + k * 104729L + (long) i * k * 31) % 65521;
      long pattern = (i % CLASSES + 1L) * (k + 3) * 7 % 101;
      values[from + k] = 0.5 * (noise / 65521.0 + pattern / 101.0);
    }
  }
}
