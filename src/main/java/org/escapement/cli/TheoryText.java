package org.escapement.cli;

import java.util.List;
import org.escapement.report.Numbers;
import org.escapement.report.PredictedQuantity;
import org.escapement.report.PredictedText;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/** What theory says, on the screen: one table a quantity, and where in the sweep it is least. */
final class TheoryText {
  /** More rows than this scroll away. */
  static final int MOST_ROWS = 40;

  /** So many rows are shown whatever else there is. */
  private static final int FEW_ROWS = 12;

  /** Each quantity shows so many at least. */
  private static final int FEWEST_ROWS = 4;

  private static final int MOST_QUANTITIES = 12;

  private TheoryText() {}

  static String of(List<Axis> axes, Table predictions) {
    List<PredictedQuantity> all = PredictedQuantity.all(axes, predictions);
    if (all.isEmpty()) {
      return "No prediction applies to this job.\n";
    }
    int total = all.stream().mapToInt(one -> one.rows().size()).sum();
    int each = total <= MOST_ROWS ? MOST_ROWS : Math.max(FEWEST_ROWS, MOST_ROWS / all.size());
    StringBuilder text = new StringBuilder();
    all.stream().limit(MOST_QUANTITIES).forEach(one -> text.append(table(one, each)).append('\n'));
    int left = all.size() - MOST_QUANTITIES;
    return text + (left <= 0 ? "" : "... and " + left + " more quantities in the table\n\n");
  }

  private static String table(PredictedQuantity one, int each) {
    int most = one.rows().size() <= FEW_ROWS ? FEW_ROWS : each;
    TextTable table = new TextTable(PredictedText.headings(one));
    one.rows().stream().limit(most).forEach(row -> table.row(PredictedText.row(one, row)));
    int left = one.rows().size() - most;
    String more = left <= 0 ? "" : "... and " + Numbers.count(left) + " more rows in the table\n";
    return PredictedText.title(one) + "\n" + table + more + least(one);
  }

  private static String least(PredictedQuantity one) {
    List<PredictedQuantity.Least> least = one.least();
    if (least.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable(PredictedText.leastHeadings(one));
    least.stream().limit(MOST_ROWS).forEach(there -> table.row(PredictedText.least(one, there)));
    return "least at\n" + table;
  }
}
