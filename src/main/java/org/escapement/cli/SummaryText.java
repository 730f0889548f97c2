package org.escapement.cli;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.escapement.report.Agreement;
import org.escapement.report.Beside;
import org.escapement.report.CellSummary;
import org.escapement.report.Compared;
import org.escapement.report.CriticalBatchText;
import org.escapement.report.FitSummary;
import org.escapement.report.FitText;
import org.escapement.report.Numbers;
import org.escapement.report.Wording;
import org.escapement.study.Axis;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** What a run ends with on the screen: a row for each cell, measured beside predicted. */
final class SummaryText {
  /** More rows than this scroll away. */
  static final int MOST_ROWS = 40;

  private SummaryText() {}

  /** The table of the first cells, and a sentence on whether they agree with exact predictions. */
  static String of(Study study, List<Table> tables) {
    List<CellSummary> cells = CellSummary.all(study.axes(), tables);
    String others = others(study.axes(), Compared.last(Compared.all(cells, tables)));
    String caution = Wording.caution(cells, tables);
    List<FitSummary> fits = FitSummary.all(study.axes(), tables);
    return (study.isWithoutExits() ? endings(cells) : exits(study.axes(), cells))
        + others
        + fits(study.axes(), fits)
        + criticalBatches(study.axes(), tables)
        + RatiosText.of(study.axes(), tables)
        + (caution.isEmpty() ? "" : caution + "\n")
        + Agreement.of(cells, fits).sentence()
        + "\n";
  }

  private static String exits(List<Axis> axes, List<CellSummary> cells) {
    TextTable table = new TextTable(headings(axes));
    cells.stream().limit(MOST_ROWS).forEach(cell -> table.row(row(cell)));
    String more =
        cells.size() <= MOST_ROWS
            ? ""
            : "... and "
                + Numbers.count(cells.size() - MOST_ROWS)
                + " more cells in the table exit_summary\n";
    return table + more + "\n";
  }

  /** Where nothing can be left, what became of the trajectories is one sentence. */
  private static String endings(List<CellSummary> cells) {
    long censored = cells.stream().mapToLong(CellSummary::censored).sum();
    long diverged = cells.stream().mapToLong(CellSummary::diverged).sum();
    LongSummaryStatistics each =
        cells.stream().mapToLong(CellSummary::trajectories).summaryStatistics();
    String range =
        each.getMin() < each.getMax()
            ? "; from %s to %s in a cell"
                .formatted(Numbers.count(each.getMin()), Numbers.count(each.getMax()))
            : "";
    return "%s trajectories reached the horizon, %s diverged%s\n\n"
        .formatted(Numbers.count(censored), Numbers.count(diverged), range);
  }

  /** What is no mean exit time, at its last step; empty where there is nothing else. */
  private static String others(List<Axis> axes, List<Compared> compared) {
    if (compared.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            TextTable.join(
                List.of("cell"),
                axes.stream().map(Axis::column).toList(),
                List.of("<quantity", "step", "measured", "predicted", "ratio", "z", "<"),
                List.of("<prediction")));
    compared.stream().limit(MOST_ROWS).forEach(one -> table.row(row(one)));
    int left = compared.size() - MOST_ROWS;
    String more =
        left <= 0
            ? ""
            : "... and " + Numbers.count(left) + " more rows in the tables moments and theory\n";
    return table + more + "\n";
  }

  private static List<String> row(Compared one) {
    Optional<Beside> best = one.best();
    return TextTable.join(
        List.of(Long.toString(one.cell().cell())),
        one.cell().axes().stream().map(Numbers::brief).toList(),
        List.of(
            one.quantity(),
            one.step().map(step -> Long.toString(step)).orElse(""),
            Wording.measured(one)),
        List.of(
            best.map(Wording::predicted).orElse(""),
            best.map(Wording::ratio).orElse(""),
            best.map(Wording::z).orElse(""),
            best.map(Wording::verdict).filter(v -> !v.equals("agrees")).orElse(""),
            best.map(Wording::name).orElse("")));
  }

  /** The slopes of fitted laws; nothing when the study fits none. */
  static String fits(List<Axis> axes, List<FitSummary> fits) {
    if (fits.isEmpty()) {
      return "";
    }
    TextTable table = new TextTable(FitText.headings(axes));
    fits.stream().limit(MOST_ROWS).forEach(fit -> table.row(FitText.row(fit)));
    return table
        + (fits.size() <= MOST_ROWS ? "" : "... and more in the table fits\n")
        + (fits.stream().anyMatch(FitSummary::isOverSteps) ? FitText.STEPS + "\n" : "")
        + "\n";
  }

  /** Nothing when the study asks for none. */
  private static String criticalBatches(List<Axis> axes, List<Table> tables) {
    List<List<String>> rows = CriticalBatchText.rows(axes, tables);
    if (rows.isEmpty()) {
      return "";
    }
    TextTable text = new TextTable(CriticalBatchText.headings(axes));
    rows.stream().limit(MOST_ROWS).forEach(text::row);
    return text + CriticalBatchText.NOTE + "\n\n";
  }

  private static List<String> headings(List<Axis> axes) {
    return TextTable.join(
        List.of("cell"),
        axes.stream().map(Axis::column).toList(),
        List.of("trajectories", "exited", "censored", "diverged"),
        List.of("mean time", "predicted", "ratio", "z", "<", "<prediction"));
  }

  private static List<String> row(CellSummary cell) {
    Optional<Beside> best = cell.best();
    return TextTable.join(
        List.of(Long.toString(cell.cell())),
        cell.axes().stream().map(Numbers::brief).toList(),
        List.of(
            Long.toString(cell.trajectories()),
            Long.toString(cell.exited()),
            Long.toString(cell.censored()),
            Long.toString(cell.diverged())),
        List.of(
            Wording.measured(cell),
            best.map(Wording::predicted).orElse(""),
            best.map(Wording::ratio).orElse(""),
            best.map(Wording::z).orElse(""),
            best.map(Wording::verdict).filter(v -> !v.equals("agrees")).orElse(""),
            best.map(Wording::name).orElse("")));
  }
}
