package org.escapement.data;

import java.util.Arrays;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * A signal w ~ N(0, I/d) seen by N rows x_i ~ N(0, I): targets y_i = x_i.w. More coordinates or
 * rows leave those that are there.
 */
public record GaussianSignal(
    @Parameter(value = "Number N of rows", range = "[1, 1048576]", standard = "200") int rows,
    @Parameter(value = "Number d of coordinates", range = "[1, 16384]", standard = "10")
        int dimension,
    @Parameter(value = "Number of the data set", range = "[0, 1000000000]", standard = "0")
        int instance)
    implements DataSet {

  /** Checks the ranges. */
  public GaussianSignal {
    Check.in("[1, 1048576]", rows, "rows");
    Check.in("[1, 16384]", dimension, "dimension");
    Check.in("[0, 1000000000]", instance, "instance");
    Normals.checkSize(rows + 1L, dimension);
  }

  @Override
  public Rows rows(Files files) {
    double[][] normal = Normals.rows("phase-retrieval", instance, rows + 1, dimension);
    double[] signal = normal[0];
    double perRoot = Math.sqrt(1.0 / dimension);
    for (int k = 0; k < dimension; k++) {
      signal[k] *= perRoot;
    }
    return Rows.planted(Arrays.copyOfRange(normal, 1, rows + 1), signal);
  }
}
