package org.escapement.data;

import java.io.IOException;
import org.escapement.model.Parameter;

/**
 * The rows of another data set in the eigenbasis of X'X, without the directions in which none of
 * them has an extent. Gradient methods take the same path in either basis, and here it has no more
 * coordinates than there are rows. Row i is (x_i.v_1, x_i.v_2, ...), largest eigenvalue first; the
 * sign of v_k makes the largest component of its column positive.
 */
public record EigenbasisRows(@Parameter("Rows to be turned") DataSet of) implements DataSet {
  @Override
  public boolean isRead() {
    return of.isRead();
  }

  @Override
  public Rows rows(Files files) throws IOException {
    Rows all = Loaded.load(of, files);
    KernelFeatures.checkCount(all);
    return KernelFeatures.rows(
        Eigenpairs.of(products(all)), all.dimension(), value -> value, all.targets());
  }

  /** XX', whose eigenvectors times the lengths of the directions are the new columns. */
  private static double[][] products(Rows all) {
    int n = all.count();
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = KernelFeatures.product(all, i, j);
        products[j][i] = products[i][j];
      }
    }
    return products;
  }
}
