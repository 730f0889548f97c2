package org.escapement.data;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * Rows whose inner products are those of a kernel, in its eigenbasis: with the eigenpairs (mu_k,
 * u_k) of the matrix K(x_i, x_j), largest first, and l_k = mu_k/mu_1,
 *
 * <pre>row i = (sqrt(N l_1) u_1(i), sqrt(N l_2) u_2(i), ...)</pre>
 *
 * <p>so that X'X/N is diagonal with the eigenvalues l_k, the largest of them 1. The component of
 * u_k that is largest in size is positive. Eigenvalues below N 2^-52 are rounding and left out.
 * Targets stay as they are.
 */
public record KernelFeatures(
    @Parameter("The data set whose rows x_i are compared") DataSet of,
    @Parameter("How they are compared") Kernel kernel,
    @Parameter(
            value = "So many eigenvalues are kept, the largest, where there are more",
            range = "[1, 1048576]",
            standard = "1048576")
        int modes)
    implements DataSet {
  private static final double ROUNDING = 0x1.0p-52;

  /** The time to decompose it grows as its third power: some minutes here. */
  private static final int MOST_ROWS = 5000;

  /** Checks the range. */
  public KernelFeatures {
    Check.in("[1, 1048576]", modes, "modes");
  }

  @Override
  public boolean isRead() {
    return of.isRead();
  }

  @Override
  public Rows rows(Files files) {
    Rows all = Loaded.load(of, files);
    checkCount(all);
    return rows(Eigenpairs.of(matrix(all)), all.targets());
  }

  /**
   * Nothing if there are not too many rows.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void checkCount(Rows all) {
    if (all.count() > MOST_ROWS) {
      throw new IllegalArgumentException(
          "of has %d rows, more than %d: take a subset".formatted(all.count(), MOST_ROWS));
    }
  }

  private double[][] matrix(Rows all) {
    int n = all.count();
    double[] lengths = new double[n];
    Arrays.setAll(lengths, i -> product(all, i, i));
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double xy = i == j ? lengths[i] : product(all, i, j);
        matrix[i][j] = kernel.at(lengths[i], xy, lengths[j], all.dimension());
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  static double product(Rows all, int i, int j) {
    double sum = 0;
    for (int k = 0; k < all.dimension(); k++) {
      sum += all.at(i, k) * all.at(j, k);
    }
    return sum;
  }

  private Rows rows(Eigenpairs pairs, double[] targets) {
    double largest = pairs.value(0);
    if (!(largest > 0)) {
      throw new IllegalArgumentException("kernel is 0 on all rows");
    }
    return rows(pairs, modes, value -> pairs.size() * (value / largest), targets);
  }

  /**
   * Rows whose column k is the k-th eigenvector, without those that are rounding.
   *
   * @param most columns
   * @param square of the length of a column, as a function of its eigenvalue
   */
  static Rows rows(Eigenpairs pairs, int most, DoubleUnaryOperator square, double[] targets) {
    int n = pairs.size();
    int kept = 0;
    while (kept < Math.min(most, n) && pairs.value(kept) > pairs.value(0) * n * ROUNDING) {
      kept++;
    }
    double[][] mode = new double[kept][];
    for (int k = 0; k < kept; k++) {
      double[] u = pairs.vector(k);
      double scale = Math.sqrt(square.applyAsDouble(pairs.value(k)));
      mode[k] = Arrays.stream(u).map(component -> scale * component).toArray();
    }
    return Rows.written(
        kept,
        targets,
        (i, values, from) -> {
          for (int k = 0; k < mode.length; k++) {
            values[from + k] = mode[k][i];
          }
        });
  }
}
