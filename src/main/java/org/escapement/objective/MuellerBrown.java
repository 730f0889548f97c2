package org.escapement.objective;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.objective.Exponentials.Term;

/**
 * The Mueller-Brown surface in the plane: f(x, y) = scale sum_j A_j exp(a_j dx^2 + b_j dx dy + c_j
 * dy^2) with dx = x - X_j, dy = y - Y_j; three minima and two saddles on a curved path.
 *
 * <p>With scale 1: minima f = -146.70 at (-0.558, 1.442), -108.17 at (0.623, 0.028) and -80.77 at
 * (-0.050, 0.467); saddles -40.66 at (-0.822, 0.624) and -72.25 at (0.212, 0.293). Source: K.
 * Mueller and L. D. Brown, Location of saddle points and minimum energy paths by a constrained
 * simplex optimization procedure, Theor. Chim. Acta 53, 1979.
 */
public record MuellerBrown(
    @Parameter(
            value = "Factor of the published surface",
            unit = "f",
            range = "(0, inf)",
            standard = "1")
        double scale)
    implements Curved, Smoothable {

  private static final List<Term> TERMS =
      List.of(
          new Term(-200, -1, 0, -10, 1, 0),
          new Term(-100, -1, 0, -10, 0, 0.5),
          new Term(-170, -6.5, 11, -6.5, -0.5, 1.5),
          new Term(15, 0.7, 0.6, 0.7, -1, 1));

  /** Checks the ranges. */
  public MuellerBrown {
    Check.positive(scale, "scale");
  }

  private Exponentials sum() {
    return new Exponentials(TERMS, scale);
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    sum().value(x, n, out);
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    sum().gradient(x, n, out);
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    sum().hessianTimes(x, v, n, out);
  }

  /** The last term grows: its mean under normal u is infinite from delta = sqrt(1/2) on. */
  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    return law == SmoothingLaw.GAUSSIAN ? Optional.of(sum().convolved(delta)) : Optional.empty();
  }
}
