package org.escapement.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.study.Table;

/**
 * One number of a cell that is no mean exit time: a moment at a step, a share, a bound, beside what
 * theory says of it.
 *
 * @param quantity its name, such as second.1.1 or side.lower
 * @param step at which it holds; empty when it belongs to none
 * @param measured its value; empty when it was not measured
 * @param stdError of the measured value; empty when it has none
 * @param best the prediction to show beside it: exact before others, then the first
 */
public record Compared(
    CellSummary cell,
    String quantity,
    Optional<Long> step,
    Optional<Double> measured,
    Optional<Double> stdError,
    Optional<Beside> best) {
  /**
   * These have their place in the table of the cells, quantiles in those of the run, limits of
   * slopes beside fitted laws.
   */
  private static final Set<String> EXITS =
      Set.of(
          "mean_step",
          "mean_time",
          "restricted_mean",
          "q05",
          "q25",
          "median",
          "q75",
          "q95",
          "exponent",
          "logarithm",
          "order");

  /** All of a run, cell by cell, from its tables {@code moments} and {@code theory}. */
  public static List<Compared> all(List<CellSummary> cells, List<Table> tables) {
    Map<Long, List<Compared>> byCell = new HashMap<>();
    Map<Long, CellSummary> summaries = new HashMap<>();
    Map<Long, Map<String, Beside>> best = new HashMap<>();
    for (CellSummary cell : cells) {
      summaries.put(cell.cell(), cell);
      best.put(cell.cell(), best(cell));
    }
    Rows moments = Rows.of(tables, "moments");
    for (int row = 0; row < moments.size(); row++) {
      CellSummary cell = summaries.get(moments.count(row, "cell"));
      byCell
          .computeIfAbsent(cell.cell(), c -> new ArrayList<>())
          .add(moment(cell, best.get(cell.cell()), moments, row));
    }
    List<Compared> all = new ArrayList<>();
    for (CellSummary cell : cells) {
      List<Compared> measured = byCell.getOrDefault(cell.cell(), List.of());
      all.addAll(measured);
      all.addAll(predictedOnly(cell, best.get(cell.cell()), measured));
    }
    return all;
  }

  /** Those of the last step of each quantity in each cell. */
  public static List<Compared> last(List<Compared> all) {
    Map<String, Compared> last = new LinkedHashMap<>();
    all.forEach(one -> last.put(one.cell().cell() + " " + one.quantity(), one));
    return List.copyOf(last.values());
  }

  private static Compared moment(
      CellSummary cell, Map<String, Beside> best, Rows moments, int row) {
    String quantity = moments.text(row, "quantity") + index(moments, row, "i");
    String name = quantity + index(moments, row, "j");
    Optional<Long> step = moments.value(row, "step").map(s -> ((Number) s).longValue());
    return new Compared(
        cell,
        name,
        step,
        moments.number(row, "mean"),
        moments.number(row, "std_error"),
        Optional.ofNullable(best.get(name + step)));
  }

  private static String index(Rows moments, int row, String column) {
    return moments.value(row, column).map(index -> "." + index).orElse("");
  }

  /** By quantity and step the prediction to show: found once, for there may be 10^5 of them. */
  private static Map<String, Beside> best(CellSummary cell) {
    Map<String, Beside> best = new HashMap<>();
    for (Beside beside : cell.beside()) {
      best.merge(
          beside.quantity() + beside.step(),
          beside,
          (first, other) -> first.isExact() || !other.isExact() ? first : other);
    }
    return best;
  }

  /**
   * What theory says of shares and the like, which are in no table of moments; bins of histograms
   * have a figure of their own.
   */
  private static List<Compared> predictedOnly(
      CellSummary cell, Map<String, Beside> best, List<Compared> measured) {
    Set<String> seen = new HashSet<>(EXITS);
    measured.forEach(one -> seen.add(one.quantity() + one.step()));
    List<Compared> more = new ArrayList<>();
    for (Beside beside : cell.beside()) {
      boolean isNew =
          !EXITS.contains(beside.quantity())
              && !beside.quantity().startsWith(HistogramFigure.PREFIX)
              && seen.add(beside.quantity() + beside.step());
      if (isNew) {
        more.add(
            new Compared(
                cell,
                beside.quantity(),
                beside.step(),
                beside.measured(),
                beside.stdError(),
                Optional.ofNullable(best.get(beside.quantity() + beside.step()))));
      }
    }
    return more;
  }
}
