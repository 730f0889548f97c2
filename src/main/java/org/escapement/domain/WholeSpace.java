package org.escapement.domain;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Batch;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Region;

/**
 * Stays for ever: no trajectory exits, but one that is no longer finite counts as out, so that it
 * ends as diverged.
 */
public record WholeSpace() implements Domain {

  @Override
  public List<String> sides(int dimension) {
    return List.of();
  }

  @Override
  public Region start(Objective objective, int lanes) {
    return new Finite(objective.dimension());
  }

  /** The margin is the distance to the largest double: negative only where x is not finite. */
  private static final class Finite implements OneSided {
    private final int dimension;

    Finite(int dimension) {
      this.dimension = dimension;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      Arrays.fill(out, 0, n, Double.MAX_VALUE);
      for (int k = 0; k < dimension; k++) {
        narrow(x[k], n, out);
      }
    }

    @Override
    public void margin(Batch batch, double[] out) {
      Arrays.fill(out, 0, batch.size(), Double.MAX_VALUE);
      batch.narrow(Double.MAX_VALUE, out);
    }

    private static void narrow(double[] x, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(out[i], Double.MAX_VALUE - Math.abs(x[i]));
      }
    }
  }
}
