package org.escapement.domain;

import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;

/** Stays while f(x) < level, f the objective; the margin, level - f(x), is in units of f. */
public record LevelSet(@Parameter(value = "Stays while f is below it", unit = "f") double level)
    implements Domain {

  /** Checks the ranges. */
  public LevelSet {
    Check.finite(level, "level");
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("out");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    return new Depth(objective, level);
  }

  private static final class Depth implements OneSided {
    private final Objective objective;
    private final double level;

    Depth(Objective objective, double level) {
      this.objective = objective;
      this.level = level;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      objective.value(x, n, out);
      for (int i = 0; i < n; i++) {
        out[i] = level - out[i];
      }
    }
  }
}
