package org.escapement.data;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;

/** Eigenvalues one by one. */
public record ListedSpectrum(
    @Parameter(value = "Eigenvalues lambda_1, lambda_2 and so on", range = "(0, inf)")
        Vector eigenvalues)
    implements Spectrum {

  /** Checks the ranges. */
  public ListedSpectrum {
    Check.in("(0, inf)", eigenvalues, "eigenvalues");
    Check.in("[1, 16384]", eigenvalues.size(), "number of eigenvalues");
  }

  @Override
  public int modes() {
    return eigenvalues.size();
  }

  @Override
  public double[] values() {
    return eigenvalues.toArray();
  }
}
