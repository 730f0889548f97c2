package org.escapement.data;

import java.util.Arrays;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/** lambda_k = Lambda k^-nu. */
public record PowerLaw(
    @Parameter(value = "Number d of eigenvalues", range = "[1, 16384]") int modes,
    @Parameter(
            value = "Exponent nu: eigenvalues fall as k^-nu",
            range = "[0, 16]",
            standard = "1.5")
        double exponent,
    @Parameter(value = "Largest eigenvalue Lambda", range = "(0, inf)", standard = "1")
        double scale)
    implements Spectrum {

  /** Checks the ranges. */
  public PowerLaw {
    Check.in("[1, 16384]", modes, "modes");
    Check.in("[0, 16]", exponent, "exponent");
    Check.positive(scale, "scale");
  }

  @Override
  public double[] values() {
    double[] values = new double[modes];
    Arrays.setAll(values, k -> scale * StrictMath.pow(k + 1, -exponent));
    return values;
  }
}
