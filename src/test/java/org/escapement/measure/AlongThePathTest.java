package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Matrix;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.FiniteSample;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Setting;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the conditions bound, against their definitions written out with matrices. */
@Tag("digits")
class AlongThePathTest {
  private static final double ETA = 0.05;
  private static final double BETA = 0.6;
  private static final int TAU = 100;
  private static final double[][] H = {{1, 0.4, -0.2}, {0.4, -0.3, 0.1}, {-0.2, 0.1, 0.5}};
  private static final double[] X = {0.3, -1.1, 0.7};
  private static final double[] M = {-0.2, 0.9, 1.3};
  private static final double[] SCALES = {0.5, 0.2, 0.9};

  private static AlongThePath look(Objective f, Noise noise, Dynamics dynamics, double factor) {
    Vector start = Vector.of(X).padded(6);
    Experiment e =
        new Experiment(
            f, noise, dynamics, Vector.of(X), new WholeSpace(), 10, Double.POSITIVE_INFINITY);
    Batch batch = new Batch(4, 3, start);
    for (int i = 0; i < 3; i++) {
      batch.add(i);
    }
    for (int k = 0; k < 3; k++) {
      batch.state()[3 + k][2] = factor * M[k];
    }
    Setting setting = new Setting(e, new RandomKey(1, 2), new Chunk(0, 0, 4), 4);
    AlongThePath path = new AlongThePath(setting, TAU);
    path.look(batch);
    return path;
  }

  private static RealMatrix product() {
    RealMatrix h = new Array2DRowRealMatrix(H);
    RealMatrix one = MatrixUtils.createRealIdentityMatrix(3);
    RealMatrix m = one;
    for (int s = 1; s <= TAU; s++) {
      double theta = (1 - StrictMath.pow(BETA, s)) / (1 - BETA);
      m = m.multiply(one.subtract(h.scalarMultiply(ETA * theta)));
    }
    return m.multiply(m);
  }

  private static void compare(AlongThePath path) {
    RealMatrix h = new Array2DRowRealMatrix(H);
    RealVector g = h.operate(new ArrayRealVector(X));
    RealVector m = new ArrayRealVector(M);
    RealVector next = m.mapMultiply(BETA).add(g);
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(h);
    RealVector v = eigen.getEigenvector(2);
    double alongV = 0;
    double trace = 0;
    for (int k = 0; k < 3; k++) {
      alongV += SCALES[k] * SCALES[k] * v.getEntry(k) * v.getEntry(k);
      trace += SCALES[k] * SCALES[k] * H[k][k];
    }
    RealMatrix big = product();
    double largest = new EigenDecompositionSymmetric(big).getEigenvalue(0);
    double square = g.dotProduct(g);
    assertThat(path.gradientSquare()[2]).isCloseTo(square, within(1e-12));
    assertThat(path.leastCurvature()[2]).isCloseTo(eigen.getEigenvalue(2), within(1e-12));
    assertThat(path.apag()[2]).isCloseTo(BETA * g.dotProduct(m) / square, within(1e-12));
    assertThat(path.cnc()[2])
        .isCloseTo(StrictMath.pow(next.dotProduct(v), 2) + alongV, within(1e-12));
    assertThat(path.apcg()[2])
        .isCloseTo(g.dotProduct(big.operate(next)) / (ETA * largest * square), within(1e-10));
    double grace = -BETA * g.dotProduct(m) / ETA + (next.dotProduct(h.operate(next)) + trace) / 2;
    assertThat(path.grace()[2]).isCloseTo(grace, within(1e-10));
  }

  @Test
  void definitions() {
    Objective f = new FullQuadratic(Matrix.of(H));
    Noise noise = new DiagonalGaussian(Vector.of(SCALES));
    compare(look(f, noise, new PytorchMomentum(new Constant(ETA), new Constant(BETA)), 1));
    compare(look(f, noise, new HeavyBall(new Constant(ETA), new Constant(BETA)), -ETA));
  }

  /** The gradient of a finite sum holds the mean of its offsets. */
  @Test
  void finiteSamplesPush() {
    Objective f = new Quadratic(Vector.of(1, 2, -3));
    Dynamics ball = new HeavyBall(new Constant(ETA), new Constant(BETA));
    AlongThePath centred = look(f, new FiniteSample(7, Vector.of(SCALES), true), ball, 0);
    AlongThePath raw = look(f, new FiniteSample(7, Vector.of(SCALES), false), ball, 0);
    double still = 0.3 * 0.3 + 2.2 * 2.2 + 2.1 * 2.1;
    for (int lane = 0; lane < 3; lane++) {
      assertThat(centred.gradientSquare()[lane]).isCloseTo(still, within(1e-12));
      assertThat(raw.gradientSquare()[lane]).isNotCloseTo(still, within(1e-3));
    }
    // Without a buffer the two differ by the square of the gradient along the lowest axis.
    double variance = centred.cnc()[0] - 2.1 * 2.1;
    assertThat(variance).isBetween(0.1 * 0.81, 3 * 0.81);
  }
}
