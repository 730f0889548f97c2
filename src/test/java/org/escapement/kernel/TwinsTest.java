package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TwinsTest {
  private static final int LARGEST = 4098;
  private final Kernels scalar = new ScalarKernels();
  private final Kernels vector = new VectorKernels();
  private final SplittableRandom random = new SplittableRandom(1);
  private final long[] words0 = random.longs(LARGEST).toArray();
  private final long[] words1 = random.longs(LARGEST).toArray();

  @Test
  void giveTheSameBits() {
    long[] key = {random.nextLong(), random.nextLong()};
    long[] trajectories = random.longs(LARGEST, 0, 1L << 40).toArray();
    double[] x = random.doubles(LARGEST, -20, 20).toArray();
    double[] wide = random.doubles(LARGEST, -1100, 1100).toArray();
    double[] w = new double[LARGEST];
    scalar.uniform(words0, LARGEST, w);
    for (int n : new int[] {0, 1, 2, 3, 7, 8, 9, 31, 33, 255, 256, 257, 4097, 4098}) {
      long[][] a = new long[2][LARGEST];
      long[][] b = new long[2][LARGEST];
      scalar.bits(key, trajectories, words1, n, 77, 1, a[0], a[1]);
      vector.bits(key, trajectories, words1, n, 77, 1, b[0], b[1]);
      assertThat(a).isDeepEqualTo(b);
      same("uniform", n, (k, o) -> k.uniform(words0, n, o[0]));
      same("sign", n, (k, o) -> k.sign(words0, n, o[0]));
      same("log", n, (k, o) -> k.log(-1, w, n, o[0]));
      same(
          "polar",
          n,
          (k, o) -> {
            k.uniform(words0, n, o[0]);
            k.polar(words1, n, o[0], o[1]);
          });
      for (double alpha : new double[] {0.01, 0.5, 0.999999, 1, 1.5, 2}) {
        same("stable", n, (k, o) -> k.stableAngles(alpha, words1, n, o[0], o[1], o[2]));
        same(
            "positive",
            n,
            (k, o) -> k.positiveStableAngles(alpha / 2.1, words1, n, o[0], o[1], o[2]));
      }
      same("exp", n, (k, o) -> k.exp(wide, n, o[0]));
      same("expm1", n, (k, o) -> k.expm1(wide, n, o[0]));
      same("sinCos", n, (k, o) -> k.sinCosTurns(x, n, o[0], o[1]));
    }
  }

  private void same(String what, int n, BiConsumer<Kernels, double[][]> loop) {
    double[][] a = new double[3][LARGEST];
    double[][] b = new double[3][LARGEST];
    loop.accept(scalar, a);
    loop.accept(vector, b);
    for (int i = 0; i < 3; i++) {
      assertThat(Arrays.stream(a[i]).mapToLong(Double::doubleToLongBits).toArray())
          .as(what)
          .isEqualTo(Arrays.stream(b[i]).mapToLong(Double::doubleToLongBits).toArray());
    }
  }
}
