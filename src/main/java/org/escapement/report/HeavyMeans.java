package org.escapement.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.study.Table;

/** Says where the mean of a loss is that of rare trajectories. */
final class HeavyMeans {
  private HeavyMeans() {}

  /** One sentence from the table {@code moments}; empty when there is nothing to say. */
  static String caution(List<Table> tables) {
    Rows moments = Rows.of(tables, "moments");
    Set<Long> cells = new HashSet<>();
    Set<Long> heavy = new HashSet<>();
    int worst = -1;
    for (int row = 0; row < moments.size(); row++) {
      cells.add(moments.count(row, "cell"));
      if (!moments.text(row, "caution").isEmpty()) {
        heavy.add(moments.count(row, "cell"));
        worst = worst < 0 || share(moments, row) > share(moments, worst) ? row : worst;
      }
    }
    return worst < 0
        ? ""
        : "In %s of %s cells the mean of the loss is carried by rare trajectories and says little: at"
                .formatted(Numbers.count(heavy.size()), Numbers.count(cells.size()))
            + " step %s of cell %s the largest 1 %% of them make %s %% of it."
                .formatted(
                    Numbers.count(moments.count(worst, "step")),
                    Numbers.count(moments.count(worst, "cell")),
                    Numbers.significant(100 * share(moments, worst), 2));
  }

  private static double share(Rows moments, int row) {
    return moments.number(row, "top_share").orElse(Double.NaN);
  }
}
