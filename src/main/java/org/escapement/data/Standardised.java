package org.escapement.data;

import java.util.List;
import org.escapement.model.Parameter;

/**
 * Another data set with mean 0 and variance 1 over its rows (variances are means over N). What does
 * not vary becomes 0.
 */
public record Standardised(
    @Parameter("The data set") DataSet of,
    @Parameter(
            value =
                "Coordinates: global (one mean and one variance for all of them, as for images),"
                    + " per-feature, or none",
            standard = "global")
        String features,
    @Parameter(value = "Whether targets are standardised too", standard = "true") boolean targets)
    implements DataSet {
  private static final List<String> WAYS = List.of("global", "per-feature", "none");

  /** Checks the word. */
  public Standardised {
    if (!WAYS.contains(features)) {
      throw new IllegalArgumentException("features must be one of " + WAYS + ", got " + features);
    }
  }

  @Override
  public boolean isRead() {
    return of.isRead();
  }

  /** x becomes (x - mean) factor. */
  private record Scale(double mean, double factor) {
    static final Scale NONE = new Scale(0, 1);

    /** Of some coordinates of all rows together. */
    static Scale of(Rows rows, int from, int to) {
      double[] values = new double[rows.count() * (to - from)];
      for (int i = 0; i < rows.count(); i++) {
        for (int k = from; k < to; k++) {
          values[i * (to - from) + k - from] = rows.at(i, k);
        }
      }
      return of(values);
    }

    static Scale of(double[] values) {
      double n = values.length;
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      double mean = sum / n;
      double squares = 0;
      for (double value : values) {
        double off = value - mean;
        squares += off * off;
      }
      return new Scale(mean, squares > 0 ? 1 / Math.sqrt(squares / n) : 0);
    }

    double of(double x) {
      return (x - mean) * factor;
    }
  }

  @Override
  public Rows rows(Files files) {
    Rows all = Loaded.load(of, files);
    Scale[] scales = scales(all);
    return Rows.written(
        all.dimension(),
        targets(all),
        (i, values, from) -> {
          for (int k = 0; k < scales.length; k++) {
            values[from + k] = scales[k].of(all.at(i, k));
          }
        });
  }

  private Scale[] scales(Rows all) {
    Scale[] scales = new Scale[all.dimension()];
    if (features.equals("per-feature")) {
      java.util.Arrays.setAll(scales, k -> Scale.of(all, k, k + 1));
    } else {
      boolean none = features.equals("none");
      java.util.Arrays.fill(scales, none ? Scale.NONE : Scale.of(all, 0, all.dimension()));
    }
    return scales;
  }

  private double[] targets(Rows all) {
    double[] y = all.targets();
    Scale scale = targets ? Scale.of(y) : Scale.NONE;
    return java.util.Arrays.stream(y).map(scale::of).toArray();
  }
}
