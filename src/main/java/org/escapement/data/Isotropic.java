package org.escapement.data;

import java.util.Arrays;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/** All eigenvalues alike. */
public record Isotropic(
    @Parameter(value = "Number d of eigenvalues", range = "[1, 16384]", standard = "1") int modes,
    @Parameter(value = "Each of them", range = "(0, inf)", standard = "1") double value)
    implements Spectrum {

  /** Checks the ranges. */
  public Isotropic {
    Check.in("[1, 16384]", modes, "modes");
    Check.positive(value, "value");
  }

  @Override
  public double[] values() {
    double[] values = new double[modes];
    Arrays.fill(values, value);
    return values;
  }
}
