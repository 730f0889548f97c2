package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.escapement.data.Csv;
import org.escapement.data.DataFile;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Loaded;
import org.escapement.data.LocalFiles;
import org.escapement.data.Rows;
import org.escapement.data.Standardised;
import org.escapement.data.Subset;
import org.escapement.data.Torus;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Matrix;
import org.escapement.model.Vector;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.Quadratic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigensystemTest {

  // [[2, -1], [-1, 2]] has 3 along (1, -1) and 1 along (1, 1).
  @Test
  void eigenvectorsByFallingEigenvalueWithTheirLargestComponentPositive() {
    Eigensystem s =
        Eigensystem.of(new FullQuadratic(Matrix.of(new double[] {2, -1}, new double[] {-1, 2})));
    double half = Math.sqrt(0.5);
    double[][] expected = {{3, half, -half}, {1, half, half}};
    for (int a = 0; a < 2; a++) {
      assertThat(s.value(a)).isCloseTo(expected[a][0], within(1e-14));
      double sign = Math.signum(s.component(a, 0) * expected[a][1]);
      for (int k = 0; k < 2; k++) {
        assertThat(sign * s.component(a, k)).isCloseTo(expected[a][1 + k], within(1e-14));
      }
      double largest = Math.max(Math.abs(s.component(a, 0)), Math.abs(s.component(a, 1)));
      assertThat(Math.max(s.component(a, 0), s.component(a, 1))).isEqualTo(largest);
    }
  }

  @Test
  void axesStayAxes() {
    Eigensystem s = Eigensystem.of(new Quadratic(Vector.of(-1, 2, 2)));
    assertThat(new double[] {s.value(0), s.value(1), s.value(2)}).containsExactly(2, 2, -1);
    assertThat(s.component(0, 1)).isEqualTo(1);
    assertThat(s.component(1, 2)).isEqualTo(1);
    assertThat(s.component(2, 0)).isEqualTo(1);
    assertThat(s.component(2, 1)).isZero();
  }

  // The eigenvalues of the torus are m^-nu, each twice.
  @Test
  void spectrumAndSolutionOfLeastSquares() {
    LeastSquares f = new LeastSquares(new Torus(32, 3, 1.5, 1.5), 1, "with-replacement");
    Eigensystem planted = Eigensystem.of(f);
    for (int a = 0; a < 6; a++) {
      assertThat(planted.value(a))
          .isCloseTo(StrictMath.pow(1 + Math.floorDiv(a, 2), -1.5), within(1e-14));
    }
    Vector solved = Eigensystem.of(new Forgetful(f)).solution();
    for (int k = 0; k < 6; k++) {
      assertThat(solved.at(k)).isCloseTo(planted.solution().at(k), within(1e-13));
    }
  }

  /** The same without the knowledge of its solution. */
  private record Forgetful(LeastSquares f) implements ConstantHessian {
    @Override
    public int dimension() {
      return f.dimension();
    }

    @Override
    public void value(double[][] x, int n, double[] out) {
      f.value(x, n, out);
    }

    @Override
    public void gradient(double[][] x, int n, double[][] out) {
      f.gradient(x, n, out);
    }

    @Override
    public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
      f.hessianTimes(x, v, n, out);
    }
  }

  /** Pixels that never change make the Hessian of real data singular. */
  @ParameterizedTest
  @ValueSource(ints = {40, 300})
  void realDataHaveSingularHessians(int rows) {
    Files files = new LocalFiles();
    Path digits = Path.of(System.getProperty("project.basedir", "."), "data", "digits.csv.gz");
    DataFile file = DataFile.found(digits.toString(), files);
    DataSet data =
        new Standardised(
            new Subset(new Csv(file, ",", false, "last"), rows, "by-class", 0), "global", true);
    Rows x = Loaded.load(data, files);
    Eigensystem system = Eigensystem.of(new LeastSquares(data, 1, "with-replacement"));
    double trace = 0;
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < x.dimension(); k++) {
        trace += x.at(i, k) * x.at(i, k) / rows;
      }
    }
    double sum = 0;
    for (int a = 0; a < system.size(); a++) {
      sum += system.value(a);
    }
    assertThat(sum).isCloseTo(trace, within(1e-10));
    assertThat(system.value(63)).isCloseTo(0, within(1e-12));
  }
}
