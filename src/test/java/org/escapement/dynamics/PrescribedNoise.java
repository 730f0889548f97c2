package org.escapement.dynamics;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Normal noise whose standard normal numbers are given: {@code numbers[j][k][i]} is coordinate k of
 * lane i, j = 0 for the optimiser's own number and j = 1, 2, ... for those between.
 *
 * @param multiplicative whether coordinate k is multiplied by x_k
 */
record PrescribedNoise(double[][][] numbers, boolean multiplicative) implements Noise {
  private static final int FIRST_BETWEEN = 1 << 22;

  @Override
  public double index() {
    return 2;
  }

  @Override
  public int slots(int dimension) {
    return dimension;
  }

  @Override
  public boolean isNormal() {
    return true;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return multiplicative ? Optional.empty() : Optional.of(Vector.filled(1, dimension));
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    int j = firstSlot == 0 ? 0 : 1 + (firstSlot - FIRST_BETWEEN) / dimension;
    return new Kicks() {
      @Override
      public void draw(Batch batch) {}

      @Override
      public double[][] kicks(int phase, double[][] x, int n) {
        return multiplicative ? product(numbers[j], x, n) : numbers[j];
      }
    };
  }

  private static double[][] product(double[][] numbers, double[][] x, int n) {
    double[][] product = new double[numbers.length][n];
    for (int k = 0; k < numbers.length; k++) {
      for (int i = 0; i < n; i++) {
        product[k][i] = numbers[k][i] * x[k][i];
      }
    }
    return product;
  }
}
