package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector kernels against the scalar ones: bit for bit, at every size. */
class TwinsTest {
  private static final int LARGEST = 4098;
  private static final double UNTOUCHED = 77;
  private final Kernels scalar = new ScalarKernels();
  private final Kernels vector = new VectorKernels();
  private final SplittableRandom random = new SplittableRandom(1);
  private final long[] words0 = random.longs(LARGEST).toArray();
  private final long[] words1 = random.longs(LARGEST).toArray();
  private final double[] uniforms = random.doubles(LARGEST).toArray();

  /** A loop over the first n of some inputs: out[j][i]. */
  private interface Loop {
    void run(Kernels kernels, int n, double[][] out);
  }

  @Test
  void bits() {
    long[] key = {random.nextLong(), random.nextLong()};
    long[] trajectories = random.longs(LARGEST, 0, 1L << 40).toArray();
    long[][] expected = new long[2][LARGEST];
    scalar.bits(key, trajectories, words1, LARGEST, (1 << 23) - 1, 1, expected[0], expected[1]);
    for (int n = 0; n <= LARGEST; n++) {
      long[][] out = new long[2][LARGEST];
      vector.bits(key, trajectories, words1, n, (1 << 23) - 1, 1, out[0], out[1]);
      for (int j = 0; j < 2; j++) {
        assertThat(Arrays.equals(expected[j], 0, n, out[j], 0, n)).as("n = %d", n).isTrue();
        assertThat(Arrays.stream(out[j], n, LARGEST)).as("beyond n = %d", n).containsOnly(zeros(n));
      }
    }
  }

  private static Long[] zeros(int n) {
    return n == LARGEST ? new Long[0] : new Long[] {0L};
  }

  @Test
  void uniform() {
    same(1, (k, n, out) -> k.uniform(words0, n, out[0]));
  }

  @Test
  void sign() {
    same(1, (k, n, out) -> k.sign(words0, n, out[0]));
  }

  @Test
  void normal() {
    words1[0] = 0;
    words1[1] = -1;
    same(2, (k, n, out) -> k.normal(words1, n, out[0], out[1]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 0.01, 0.5, 0.999999, 1, 1.000001, 1.5, 1.999999, 2})
  void stableAngles(double alpha) {
    same(3, (k, n, out) -> k.stableAngles(alpha, words0, n, out[0], out[1], out[2]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 0.01, 0.5, 0.75, 0.999999})
  void positiveStableAngles(double gamma) {
    same(3, (k, n, out) -> k.positiveStableAngles(gamma, words0, n, out[0], out[1], out[2]));
  }

  @Test
  void log() {
    double[] x = new double[LARGEST];
    for (int i = 0; i < LARGEST; i++) {
      x[i] = Math.scalb(1 + uniforms[i], -1021 + i % 2044);
    }
    x[0] = 1;
    x[1] = Double.MIN_NORMAL;
    x[2] = Double.MAX_VALUE;
    x[3] = Math.nextDown(1.0);
    same(1, (k, n, out) -> k.log(-0.7, x, n, out[0]));
  }

  @Test
  void exp() {
    same(1, (k, n, out) -> k.exp(exponents(), n, out[0]));
  }

  @Test
  void expm1() {
    same(1, (k, n, out) -> k.expm1(exponents(), n, out[0]));
  }

  @Test
  void squares() {
    double[] x = exponents();
    for (int n = 0; n <= LARGEST; n += 8) {
      double[] expected = new double[8];
      double[] out = new double[8];
      scalar.squares(x, n, expected);
      vector.squares(x, n, out);
      assertThat(out).as("n = %d", n).isEqualTo(expected);
    }
  }

  @Test
  void inPlace() {
    same(
        1,
        (k, n, out) -> {
          System.arraycopy(exponents(), 0, out[0], 0, n);
          k.exp(out[0], n, out[0]);
        });
    same(
        2,
        (k, n, out) -> {
          System.arraycopy(angles(), 0, out[1], 0, n);
          k.sinCosTurns(out[1], n, out[0], out[1]);
        });
  }

  @Test
  void sinCosTurns() {
    same(2, (k, n, out) -> k.sinCosTurns(angles(), n, out[0], out[1]));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 1})
  void notPositive(double share) {
    double[] special = {0, -0.0, -1, Double.NaN, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE};
    double[] margin = new double[LARGEST];
    for (int i = 0; i < LARGEST; i++) {
      boolean out = uniforms[i] < share;
      margin[i] = out ? special[i % special.length] : i % 5 == 0 ? Double.MIN_VALUE : i;
    }
    margin[LARGEST - 1] = Double.POSITIVE_INFINITY;
    for (int n = 0; n <= LARGEST; n++) {
      int[] expected = new int[n];
      int[] found = new int[n];
      int count = scalar.notPositive(margin, n, expected);
      assertThat(vector.notPositive(margin, n, found)).as("n = %d", n).isEqualTo(count);
      assertThat(Arrays.equals(expected, found)).as("n = %d", n).isTrue();
    }
  }

  private double[] exponents() {
    double[] x = new double[LARGEST];
    for (int i = 0; i < LARGEST; i++) {
      x[i] = (uniforms[i] - 0.5) * (i % 3 == 0 ? 3000 : i % 3 == 1 ? 30 : 1e-8);
    }
    double[] special = {
      0,
      -0.0,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      709.7,
      709.8,
      -708.3,
      -745.1,
      -745.2,
      1e300,
      -1e300
    };
    System.arraycopy(special, 0, x, 100, special.length);
    return x;
  }

  private double[] angles() {
    double[] x = new double[LARGEST];
    for (int i = 0; i < LARGEST; i++) {
      x[i] = Math.scalb(uniforms[i] - 0.5, -60 + i % 1080);
    }
    double[] special = {
      0,
      -0.0,
      0.25,
      0.5,
      -0.75,
      1,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      0x1p52,
      0x1p51 + 0.5,
      -0x1p51 - 0.5,
      0x1p53 - 1,
      Double.MAX_VALUE,
      Double.MIN_VALUE
    };
    System.arraycopy(special, 0, x, 100, special.length);
    return x;
  }

  private void same(int outputs, Loop loop) {
    double[][] expected = new double[outputs][LARGEST];
    loop.run(scalar, LARGEST, expected);
    for (int n = 0; n <= LARGEST; n++) {
      double[][] out = new double[outputs][LARGEST];
      for (double[] o : out) {
        Arrays.fill(o, UNTOUCHED);
      }
      loop.run(vector, n, out);
      for (int j = 0; j < outputs; j++) {
        assertThat(Arrays.mismatch(expected[j], 0, n, out[j], 0, n))
            .as("first difference in output %d, n = %d", j, n)
            .isEqualTo(-1);
        for (int i = n; i < LARGEST; i++) {
          if (out[j][i] != UNTOUCHED) {
            throw new AssertionError("wrote beyond n = " + n);
          }
        }
      }
    }
  }
}
