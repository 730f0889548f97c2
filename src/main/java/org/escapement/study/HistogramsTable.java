package org.escapement.study;

import java.util.Collection;
import java.util.List;
import org.escapement.measure.Counts;
import org.escapement.measure.Findings;
import org.escapement.measure.Histogram;
import org.escapement.simulate.Clock;

/** The table {@code histograms}: how the trajectories are spread over bins. */
final class HistogramsTable {
  private final CellTable table;

  private HistogramsTable(Study study) {
    this.table =
        new CellTable("histograms", study)
            .column("step", Column.Type.LONG, "step at which it holds")
            .column("time", Column.Type.DOUBLE, "model time of the step")
            .column("coordinate", Column.Type.LONG, "coordinate that it is of, from 1")
            .column(
                "bin",
                Column.Type.LONG,
                "number of the bin: 0 for all below, the last for all above")
            .column("low", Column.Type.DOUBLE, "where the bin begins, length; NULL for bin 0")
            .column("high", Column.Type.DOUBLE, "where the bin ends, length; NULL for the last")
            .column("count", Column.Type.LONG, "trajectories in the bin")
            .column("share", Column.Type.DOUBLE, "count / trajectories")
            .column("std_error", Column.Type.DOUBLE, "binomial standard error of share")
            .column(
                "density",
                Column.Type.DOUBLE,
                "share / (high - low), 1/length; NULL for outer bins")
            .column(
                "trajectories",
                Column.Type.LONG,
                "trajectories in all bins: those that had not ended by then")
            .column("quantity", Column.Type.TEXT, "name of the share in the table theory");
  }

  /** Whether a cell has any. */
  static boolean has(Cell cell) {
    return cell.measures().stream().anyMatch(Histogram.class::isInstance);
  }

  /** One row a cell, a histogram, a step and a bin. */
  static Table of(Study study, Collection<CellProgress> cells) {
    HistogramsTable histograms = new HistogramsTable(study);
    cells.forEach(cell -> cell.findings().ifPresent(found -> histograms.add(cell.cell(), found)));
    return histograms.table.build();
  }

  private void add(Cell cell, Findings findings) {
    for (int k = 0; k < cell.measures().size(); k++) {
      if (cell.measures().get(k) instanceof Histogram histogram) {
        add(cell, histogram, (Counts) findings.others().get(k));
      }
    }
  }

  private void add(Cell cell, Histogram histogram, Counts counts) {
    List<Histogram.Bin> bins = histogram.shares(counts, cell.experiment());
    double[] times =
        new Clock(cell.experiment().dynamics().stepSize())
            .at(bins.stream().mapToLong(Histogram.Bin::step).distinct().toArray());
    for (int k = 0; k < bins.size(); k++) {
      table.row(cell, values(histogram, bins.get(k), times[k / histogram.rows()]));
    }
  }

  private static Object[] values(Histogram histogram, Histogram.Bin bin, double time) {
    double low = histogram.from(bin.number());
    double high = histogram.to(bin.number());
    return new Object[] {
      bin.step(),
      time,
      (long) histogram.coordinate(),
      (long) bin.number(),
      orNull(low),
      orNull(high),
      bin.count(),
      orNull(bin.share()),
      orNull(bin.stdError()),
      Double.isInfinite(high - low) ? null : orNull(bin.share() / (high - low)),
      bin.of(),
      histogram.name(bin.number())
    };
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
