package org.escapement.objective;

import java.util.Arrays;
import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;

/** f(x) = 1/2 sum_k c_k x_k^2: a quadratic along the axes; a saddle where some c_k < 0. */
public record Quadratic(
    @Parameter(value = "Curvature c_k along each axis", unit = "f/length^2") Vector curvature)
    implements Separable, ConstantHessian, Smoothable {

  /** Checks the ranges. */
  public Quadratic {
    Check.finite(curvature, "curvature");
  }

  @Override
  public int dimension() {
    return curvature.size();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension(); k++) {
      Loops.addSquare(0.5 * curvature.at(k), x[k], n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      Loops.scale(curvature.at(k), x[k], n, out[k]);
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      Loops.fill(curvature.at(k), n, out[k]);
    }
  }

  @Override
  public Optional<Vector> constantCurvature() {
    return Optional.of(curvature);
  }

  @Override
  public Optional<Vector> knownSolution() {
    return Optional.of(Vector.zero(dimension()));
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    double trace = Arrays.stream(curvature.toArray()).sum();
    double square = delta * delta * law.moment(1, dimension());
    return Optional.of(new PlusConstant(this, 0.5 * square * trace));
  }
}
