package org.escapement.domain;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Planted;
import org.escapement.model.Region;

/**
 * Stays while min(|x - w|, |x + w|) > share |w|, w the solution that the objective's data were made
 * from; the margin is in units of |w|.
 */
public record AwayFromSolution(
    @Parameter(
            value = "Distance from the solution or its negative, as a share of its length",
            range = "(0, inf)")
        double share)
    implements Domain {

  /** Checks the range. */
  public AwayFromSolution {
    Check.positive(share, "share");
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("solved");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    if (objective instanceof Planted planted) {
      return new Distance(planted.solution().toArray(), share, lanes);
    }
    throw new IllegalArgumentException(
        "away-from-solution needs an objective that knows its solution, such as phase-retrieval");
  }

  private static final class Distance implements OneSided {
    private final double[] solution;
    private final double share;
    private final double perLength;

    /** {@code [i]}: squared distance from minus the solution. */
    private final double[] negative;

    Distance(double[] solution, double share, int lanes) {
      this.solution = solution;
      this.share = share;
      this.negative = new double[lanes];
      double square = 0;
      for (double w : solution) {
        square += w * w;
      }
      this.perLength = 1 / Math.sqrt(square);
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      Arrays.fill(out, 0, n, 0);
      Arrays.fill(negative, 0, n, 0);
      for (int k = 0; k < solution.length; k++) {
        addSquares(solution[k], x[k], n, out, negative);
      }
      for (int i = 0; i < n; i++) {
        out[i] = perLength * Math.sqrt(Math.min(out[i], negative[i])) - share;
      }
    }

    private static void addSquares(double w, double[] x, int n, double[] minus, double[] plus) {
      for (int i = 0; i < n; i++) {
        double below = x[i] - w;
        double above = x[i] + w;
        minus[i] += below * below;
        plus[i] += above * above;
      }
    }
  }
}
