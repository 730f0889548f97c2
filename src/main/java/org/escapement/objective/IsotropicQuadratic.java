package org.escapement.objective;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;

/** f(x) = 1/2 c |x|^2 in any dimension, c the curvature. */
public record IsotropicQuadratic(
    @Parameter(value = "Curvature c in every direction", unit = "f/length^2") double curvature,
    @Parameter(value = "Number of coordinates", range = "[1, 65536]") int dimension)
    implements Separable, ConstantHessian, Smoothable {

  /** Checks the ranges. */
  public IsotropicQuadratic {
    Check.finite(curvature, "curvature");
    Check.in("[1, 65536]", dimension, "dimension");
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension; k++) {
      Loops.addSquare(0.5 * curvature, x[k], n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      Loops.scale(curvature, x[k], n, out[k]);
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      Loops.fill(curvature, n, out[k]);
    }
  }

  @Override
  public Optional<Vector> constantCurvature() {
    return Optional.of(Vector.filled(curvature, dimension));
  }

  @Override
  public Optional<Vector> knownSolution() {
    return Optional.of(Vector.zero(dimension()));
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    double square = delta * delta * law.moment(1, dimension());
    return Optional.of(new PlusConstant(this, 0.5 * square * curvature * dimension));
  }
}
