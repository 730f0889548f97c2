package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The products of matrices: vector against scalar bit for bit, and scalar against exact sums. */
class MatrixLoopsTest {
  private static final int FIRST = 5;
  private final MatrixLoops scalar = new ScalarMatrixLoops();
  private final MatrixLoops vector = new VectorMatrixLoops();
  private final SplittableRandom random = new SplittableRandom(1);

  private double[] numbers(int size) {
    return random.doubles(size).map(u -> Math.scalb(u - 0.5, random.nextInt(-30, 30))).toArray();
  }

  /** Where rows begin, in another order than that of memory. */
  private int[] begin(int rows, int stride) {
    int[] begin = random.ints(MatrixLoops.padded(rows), 0, rows + 3).toArray();
    return Arrays.stream(begin).map(i -> FIRST + i * stride).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 48, 104})
  void twinsAddProducts(int columns) {
    for (int rows = 1; rows < 35; rows += 3) {
      for (int inner : new int[] {1, 2, 7, 8, 9, 31}) {
        double[] a = numbers(FIRST + (rows + 3) * 32);
        double[] b = numbers(inner * columns);
        double[] expected = numbers(MatrixLoops.padded(rows) * columns);
        double[] out = expected.clone();
        int[] begin = begin(rows, 32);
        scalar.addProduct(a, begin, rows, inner, b, columns, expected);
        vector.addProduct(a, begin, rows, inner, b, columns, out);
        assertThat(Arrays.mismatch(expected, 0, rows * columns, out, 0, rows * columns))
            .as("%d rows, %d inner", rows, inner)
            .isEqualTo(-1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24, 32, 40, 48, 104})
  void twinsAddTransposedProducts(int columns) {
    for (int rows = 1; rows < 35; rows += 3) {
      for (int inner : new int[] {1, 2, 7, 8, 9, 31}) {
        double[] a = numbers(FIRST + (rows + 3) * 32);
        double[] b = numbers(MatrixLoops.padded(rows) * columns);
        double[] expected = numbers(MatrixLoops.padded(inner) * columns);
        double[] out = expected.clone();
        int[] begin = begin(rows, 32);
        scalar.addTransposedProduct(a, begin, rows, inner, b, columns, expected);
        vector.addTransposedProduct(a, begin, rows, inner, b, columns, out);
        assertThat(Arrays.mismatch(expected, 0, inner * columns, out, 0, inner * columns))
            .as("%d rows, %d inner", rows, inner)
            .isEqualTo(-1);
      }
    }
  }

  /** 9 products of numbers below 1 and 8 roundings: wrong by less than 1e-15. */
  @Test
  void productsAreSums() {
    double[] a = random.doubles(FIRST + 5 * 16).toArray();
    double[] b = random.doubles(16 * 8).toArray();
    double[] product = new double[8 * 8];
    double[] transposed = new double[16 * 8];
    int[] begin = begin(2, 16);
    scalar.addProduct(a, begin, 2, 9, b, 8, product);
    scalar.addTransposedProduct(a, begin, 2, 9, b, 8, transposed);
    for (int j = 0; j < 8; j++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int k = 0; k < 9; k++) {
        sum = sum.add(new BigDecimal(a[begin[1] + k]).multiply(new BigDecimal(b[k * 8 + j])));
        double two = a[begin[0] + k] * b[j] + a[begin[1] + k] * b[8 + j];
        assertThat(transposed[k * 8 + j]).isCloseTo(two, within(1e-15));
      }
      assertThat(product[8 + j]).isCloseTo(sum.doubleValue(), within(9e-15));
    }
  }
}
