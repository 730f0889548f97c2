package org.escapement.noise;

import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.random.Draws;

/**
 * Independent normal coordinates whose size depends on where the gradient is taken: coordinate k
 * has mean 0 and standard deviation sqrt(scale^2 + (slope x_k)^2).
 *
 * <p>With scale 0 it is the multiplicative noise slope x_k xi of a random curvature (Li, Tai, E
 * 2019, JMLR 20(40), model (5.3)); with both it is that plus independent noise of constant size.
 * Integrators use it at the beginning of each step, which is Ito's meaning of the equation.
 */
public record StateDependent(
    @Parameter(value = "Standard deviation of each coordinate at x_k = 0", range = "[0, inf)")
        double scale,
    @Parameter(
            value = "Standard deviation of a coordinate far out, per unit of x_k",
            range = "[0, inf)")
        double slope)
    implements Noise {

  /** Checks the ranges. */
  public StateDependent {
    Check.notNegative(scale, "scale");
    Check.notNegative(slope, "slope");
  }

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
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new Scaled(
        scale * scale,
        slope * slope,
        new IndependentKicks(draws::normal, 1, dimension, lanes, firstSlot),
        new double[dimension][lanes]);
  }

  private static final class Scaled implements Kicks {
    private final double constant;
    private final double quadratic;
    private final IndependentKicks normal;

    /** {@code [k][i]}. */
    private final double[][] kicks;

    Scaled(double constant, double quadratic, IndependentKicks normal, double[][] kicks) {
      this.constant = constant;
      this.quadratic = quadratic;
      this.normal = normal;
      this.kicks = kicks;
    }

    @Override
    public void draw(Batch batch) {
      normal.draw(batch);
    }

    @Override
    public double[][] kicks(int phase, double[][] x, int n) {
      double[][] xi = normal.drawn(phase);
      for (int k = 0; k < kicks.length; k++) {
        scale(constant, quadratic, x[k], xi[k], n, kicks[k]);
      }
      return kicks;
    }

    private static void scale(double a, double b, double[] x, double[] xi, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.sqrt(a + b * (x[i] * x[i])) * xi[i];
      }
    }
  }
}
