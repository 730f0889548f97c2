package org.escapement.study.job;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * Names the column of an axis: the shortest suffix of its path, in snake_case, that no other path
 * of the job ends in and that says enough alone.
 */
final class ColumnNames {
  /** The tables' own columns. */
  private static final Set<String> TAKEN =
      Set.of(
          "run",
          "question",
          "job",
          "seed",
          "version",
          "started",
          "finished",
          "trajectories",
          "steps",
          "core_seconds",
          "spark",
          "java",
          "kernels",
          "digests",
          "status",
          "cell",
          "trajectory",
          "ending",
          "step",
          "time",
          "side",
          "position",
          "exited",
          "censored",
          "diverged",
          "mean_step",
          "mean_time",
          "std_error",
          "ci_low",
          "ci_high",
          "median",
          "rate",
          "rate_std_error",
          "restricted_mean",
          "restricted_std_error",
          "estimator",
          "cell_key",
          "failure",
          "share",
          "reference",
          "pairs",
          "difference",
          "independent_std_error",
          "prediction",
          "kept_below",
          "ks_exponential",
          "at_risk",
          "survival",
          "quantity",
          "i",
          "j",
          "mean",
          "predicted",
          "measured",
          "z",
          "ratio",
          "kind",
          "source",
          "validity",
          "verdict",
          "chunk",
          "first_trajectory",
          "seconds",
          "state",
          "key",
          "message",
          "axes",
          "fit",
          "against",
          "law",
          "points",
          "slope",
          "intercept",
          "chi_square");

  /** Words that say nothing alone or that SQL keeps for itself. */
  private static final Set<String> VAGUE =
      Set.of("type", "value", "values", "of", "from", "to", "initial", "a", "b");

  private ColumnNames() {}

  /**
   * The name for the axis at a path.
   *
   * @param paths all that exist in the job
   */
  static String of(String path, Collection<String> paths) {
    String name = "";
    for (int start = path.length(); start > 0; ) {
      start = path.lastIndexOf('.', start - 1) + 1;
      String suffix = path.substring(start);
      name = snake(suffix);
      if (isFree(name) && isOnly(suffix, path, paths)) {
        return name;
      }
      start--;
    }
    return isFree(name) ? name : name + "_";
  }

  private static String snake(String suffix) {
    return suffix.replace('-', '_').replace('.', '_').toLowerCase(Locale.ROOT);
  }

  private static boolean isFree(String name) {
    boolean quantile = name.matches("q\\d+");
    return Character.isLetter(name.charAt(0))
        && !quantile
        && !TAKEN.contains(name)
        && !VAGUE.contains(name);
  }

  private static boolean isOnly(String suffix, String path, Collection<String> paths) {
    return paths.stream()
        .filter(other -> !other.equals(path))
        .noneMatch(other -> other.equals(suffix) || other.endsWith("." + suffix));
  }
}
