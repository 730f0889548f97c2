package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loops over rows: vector against scalar bit for bit, and scalar against exact sums. */
class RowLoopsTest {
  private static final int ROWS = 37;
  private static final int FIRST = 5;
  private static final int FROM = 3;
  private static final int MOST = 40;
  private static final double UNTOUCHED = 77;
  private final SplittableRandom random = new SplittableRandom(1);
  private final int[] index = random.ints(FROM + MOST, 0, ROWS).toArray();
  private final double[] factor = numbers(FROM + MOST);

  private double[] numbers(int size) {
    return random.doubles(size).map(u -> Math.scalb(u - 0.5, random.nextInt(-30, 30))).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 64, 104, 200})
  void twinsProject(int stride) {
    double[] values = numbers(FIRST + ROWS * stride);
    double[] w = numbers(stride);
    for (int count = 0; count <= MOST; count++) {
      double[] expected = filled(FROM + MOST);
      double[] out = filled(FROM + MOST);
      new ScalarRowLoops(values, FIRST, stride).project(index, FROM, count, w, expected);
      new VectorRowLoops(values, FIRST, stride).project(index, FROM, count, w, out);
      assertThat(Arrays.mismatch(expected, out)).as("count %d", count).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 64, 104, 200})
  void twinsCombine(int stride) {
    double[] values = numbers(FIRST + ROWS * stride);
    for (int count = 1; count <= MOST; count++) {
      double[] expected = filled(stride + 1);
      double[] out = filled(stride + 1);
      new ScalarRowLoops(values, FIRST, stride).combine(index, FROM, count, factor, expected);
      new VectorRowLoops(values, FIRST, stride).combine(index, FROM, count, factor, out);
      assertThat(Arrays.mismatch(expected, out)).as("count %d", count).isEqualTo(-1);
      new ScalarRowLoops(values, FIRST, stride).add(index, FROM, count, factor, expected);
      new VectorRowLoops(values, FIRST, stride).add(index, FROM, count, factor, out);
      assertThat(Arrays.mismatch(expected, out)).as("added, count %d", count).isEqualTo(-1);
      assertThat(out[stride]).isEqualTo(UNTOUCHED);
    }
  }

  private static double[] filled(int size) {
    double[] filled = new double[size];
    Arrays.fill(filled, UNTOUCHED);
    return filled;
  }

  @Test
  void projectionsAreDotProducts() {
    int stride = 24;
    double[] values = random.doubles(FIRST + ROWS * stride).map(u -> u - 0.5).toArray();
    double[] w = random.doubles(stride).map(u -> u - 0.5).toArray();
    double[] out = new double[FROM + MOST];
    new ScalarRowLoops(values, FIRST, stride).project(index, FROM, MOST, w, out);
    for (int j = FROM; j < FROM + MOST; j++) {
      BigDecimal exact = BigDecimal.ZERO;
      for (int k = 0; k < stride; k++) {
        exact =
            exact.add(
                new BigDecimal(values[FIRST + index[j] * stride + k])
                    .multiply(new BigDecimal(w[k])));
      }
      assertThat(out[j]).isCloseTo(exact.doubleValue(), within(1e-15));
    }
  }

  @Test
  void combinationsAreSumsOfRows() {
    int stride = 8;
    double[] values = random.doubles(FIRST + ROWS * stride).toArray();
    double[] out = new double[stride];
    new ScalarRowLoops(values, FIRST, stride).combine(index, FROM, 2, factor, out);
    new ScalarRowLoops(values, FIRST, stride).add(index, FROM + 2, 1, factor, out);
    for (int k = 0; k < stride; k++) {
      double sum = 0;
      for (int j = FROM; j < FROM + 3; j++) {
        sum += factor[j] * values[FIRST + index[j] * stride + k];
      }
      assertThat(out[k]).isCloseTo(sum, within(1e-15 * Math.scalb(1.0, 30)));
    }
  }
}
