package org.escapement.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.escapement.estimate.DifferenceSummary;
import org.escapement.estimate.PairedDifference;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Clock;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.Experiment;

/**
 * The table {@code differences}: each cell against the first, trajectory by trajectory, where all
 * cells saw the same random numbers.
 */
final class DifferencesTable {
  private final ExitStore exits;
  private final CellProgress reference;

  private DifferencesTable(ExitStore exits, CellProgress reference) {
    this.exits = exits;
    this.reference = reference;
  }

  static Table of(Study study, Collection<CellProgress> cells, ExitStore exits) {
    List<CellProgress> all = new ArrayList<>(cells);
    CellProgress first = all.get(0);
    DifferencesTable differences = new DifferencesTable(exits, first);
    List<Optional<PairedDifference>> pairs =
        IntStream.range(1, all.size())
            .parallel()
            .mapToObj(j -> differences.pair(all.get(j)))
            .toList();
    CellTable table = empty(study);
    for (int j = 1; j < all.size(); j++) {
      Cell cell = all.get(j).cell();
      pairs.get(j - 1).ifPresent(pair -> addRow(table, cell, first.cell(), pair));
    }
    return table.build();
  }

  private static CellTable empty(Study study) {
    return new CellTable("differences", study)
        .column("reference", Column.Type.LONG, "number of the cell that is subtracted")
        .column("pairs", Column.Type.LONG, "pairs of trajectories that neither diverged nor failed")
        .column("diverged", Column.Type.LONG, "pairs left out because one of the two diverged")
        .column(
            "difference",
            Column.Type.DOUBLE,
            "model time: mean of the restricted exit time minus that of the reference")
        .column("std_error", Column.Type.DOUBLE, "model time: standard error of difference")
        .column(
            "ci_low", Column.Type.DOUBLE, "model time: lower end of its 95 % confidence interval")
        .column(
            "ci_high", Column.Type.DOUBLE, "model time: upper end of its 95 % confidence interval")
        .column(
            "independent_std_error",
            Column.Type.DOUBLE,
            "model time: standard error if the cells had had random numbers of their own");
  }

  private static void addRow(CellTable table, Cell cell, Cell reference, PairedDifference pair) {
    table.row(
        cell,
        (long) reference.number(),
        pair.pairs(),
        pair.diverged(),
        orNull(pair.difference()),
        orNull(pair.stdError()),
        orNull(pair.ciLow()),
        orNull(pair.ciHigh()),
        orNull(pair.independentStdError()));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private Optional<PairedDifference> pair(CellProgress cell) {
    double end = Math.min(end(cell), end(reference));
    List<DifferenceSummary> sums = new ArrayList<>();
    for (Chunk mine : cell.chunks()) {
      ExitRows rows = read(cell, mine);
      for (Chunk theirs : reference.chunks()) {
        long from = Math.max(mine.first(), theirs.first());
        long to = Math.min(mine.end(), theirs.end());
        if (from < to) {
          ExitRows others = read(reference, theirs).slice(from, to);
          sums.add(DifferenceSummary.of(rows.slice(from, to), others, end));
        }
      }
    }
    return sums.stream().reduce(DifferenceSummary::merge).map(PairedDifference::of);
  }

  /**
   * Model time until which all trajectories of a cell were watched: that of the horizon where some
   * reached it. Where none did nothing is cut off, and a varying step size need not be added up
   * until a horizon that may be out of reach.
   */
  private static double end(CellProgress cell) {
    boolean censored = cell.summary().filter(summary -> summary.censored() > 0).isPresent();
    if (!censored) {
      return Double.POSITIVE_INFINITY;
    }
    Experiment experiment = cell.cell().experiment();
    return new Clock(experiment.dynamics().stepSize()).at(experiment.horizon());
  }

  private ExitRows read(CellProgress cell, Chunk chunk) {
    try {
      return exits.read(cell.cell().key(), chunk);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
