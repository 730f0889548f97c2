package org.escapement.data;

import java.io.Serializable;

/** The eigenvalues lambda_k, k = 1, ..., d, of a second-moment matrix E xx'. Equal by value. */
public interface Spectrum extends Serializable {
  /** More are refused. */
  int MOST_MODES = 16_384;

  /** d. */
  int modes();

  /** {@code [k - 1]}: lambda_k, positive; a copy. */
  double[] values();
}
