package org.escapement.objective;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Matrix;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;

/** f(x) = 1/2 x.Hx with a symmetric Hessian H. */
public record FullQuadratic(
    @Parameter(value = "Hessian H, symmetric, row by row", unit = "f/length^2") Matrix hessian)
    implements ConstantHessian, Smoothable {

  /** Checks that the matrix is finite, square and symmetric. */
  public FullQuadratic {
    if (hessian.rows() != hessian.columns()) {
      throw new IllegalArgumentException(
          "hessian must be square, got " + hessian.rows() + " x " + hessian.columns());
    }
    for (int i = 0; i < hessian.rows(); i++) {
      for (int j = 0; j <= i; j++) {
        Check.finite(hessian.at(i, j), "hessian[" + i + "][" + j + "]");
        if (hessian.at(i, j) != hessian.at(j, i)) {
          throw new IllegalArgumentException(
              "hessian must be symmetric, but [%d][%d] is %s and [%d][%d] is %s"
                  .formatted(i, j, hessian.at(i, j), j, i, hessian.at(j, i)));
        }
      }
    }
  }

  @Override
  public int dimension() {
    return hessian.rows();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int j = 0; j < dimension(); j++) {
      Loops.addSquare(0.5 * hessian.at(j, j), x[j], n, out);
      for (int k = 0; k < j; k++) {
        addProduct(hessian.at(j, k), x[j], x[k], n, out);
      }
    }
  }

  private static void addProduct(double factor, double[] x, double[] y, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += factor * (x[i] * y[i]);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      Loops.scale(hessian.at(k, 0), x[0], n, out[k]);
      for (int j = 1; j < dimension(); j++) {
        Loops.addScaled(hessian.at(k, j), x[j], n, out[k]);
      }
    }
  }

  @Override
  public Optional<Vector> knownSolution() {
    return Optional.of(Vector.zero(dimension()));
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    gradient(v, n, out);
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    double trace = 0;
    for (int k = 0; k < dimension(); k++) {
      trace += hessian.at(k, k);
    }
    double square = delta * delta * law.moment(1, dimension());
    return Optional.of(new PlusConstant(this, 0.5 * square * trace));
  }
}
