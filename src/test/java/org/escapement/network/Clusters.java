package org.escapement.network;

import java.util.SplittableRandom;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Rows;
import org.escapement.model.Parameter;

/** Rows of class i modulo the number of classes, uniform around a random place of each class. */
public record Clusters(
    @Parameter("Rows") int rows,
    @Parameter("Coordinates") int dimension,
    @Parameter("Classes") int classes,
    @Parameter("Half the side of a cluster") double radius)
    implements DataSet {

  @Override
  public Rows rows(Files files) {
    SplittableRandom random = new SplittableRandom(20261121);
    double[][] places = new double[classes][dimension];
    for (double[] place : places) {
      java.util.Arrays.setAll(place, k -> random.nextDouble(-1, 1));
    }
    double[][] x = new double[rows][dimension];
    double[] targets = new double[rows];
    for (int i = 0; i < rows; i++) {
      targets[i] = i % classes;
      for (int k = 0; k < dimension; k++) {
        x[i][k] = places[i % classes][k] + random.nextDouble(-radius, radius);
      }
    }
    return Rows.of(x, targets);
  }
}
