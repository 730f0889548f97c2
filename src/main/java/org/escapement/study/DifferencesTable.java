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
 * The table {@code differences}: each cell against the one that it is compared to, or the first,
 * trajectory by trajectory, where all cells saw the same random numbers.
 */
final class DifferencesTable {
  private static final String QUANTITY = "mean_time";

  private final Study study;
  private final List<CellProgress> cells;
  private final ExitStore exits;
  private final Claims claims;

  private DifferencesTable(
      Study study, Collection<CellProgress> cells, ExitStore exits, Claims claims) {
    this.study = study;
    this.cells = List.copyOf(cells);
    this.exits = exits;
    this.claims = claims;
  }

  /**
   * The table.
   *
   * @param theory the table of that name
   */
  static Table of(Study study, Collection<CellProgress> cells, ExitStore exits, Table theory) {
    DifferencesTable differences = new DifferencesTable(study, cells, exits, Claims.of(theory));
    List<Optional<PairedDifference>> pairs =
        IntStream.range(0, cells.size()).parallel().mapToObj(differences::pair).toList();
    CellTable table = empty(study);
    for (int j = 0; j < pairs.size(); j++) {
      int cell = j;
      pairs.get(j).ifPresent(pair -> differences.addRow(table, cell, pair));
    }
    return table.build();
  }

  private int reference(int cell) {
    return study.references().isEmpty() ? 0 : study.references().get(cell);
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
            "model time: standard error if the cells had had random numbers of their own")
        .column(
            "prediction",
            Column.Type.TEXT,
            "name of the first prediction that has the mean exit times of both cells; NULL where"
                + " none has or exit times were cut off")
        .column("kind", Column.Type.TEXT, "exact or asymptotic")
        .column("predicted", Column.Type.DOUBLE, "model time: the predicted difference");
  }

  private void addRow(CellTable table, int cell, PairedDifference pair) {
    int reference = reference(cell);
    boolean whole = !isCensored(cells.get(cell)) && !isCensored(cells.get(reference));
    Optional<Claims.Claim> claim =
        claims.of(cell, QUANTITY).stream()
            .filter(c -> whole && claims.of(reference, QUANTITY, c.prediction()).isPresent())
            .findFirst();
    Optional<Double> predicted =
        claim.flatMap(
            mine ->
                claims
                    .of(reference, QUANTITY, mine.prediction())
                    .map(theirs -> mine.value() - theirs.value()));
    table.row(
        cells.get(cell).cell(),
        (long) reference,
        pair.pairs(),
        pair.diverged(),
        orNull(pair.difference()),
        orNull(pair.stdError()),
        orNull(pair.ciLow()),
        orNull(pair.ciHigh()),
        orNull(pair.independentStdError()),
        claim.map(Claims.Claim::prediction).orElse(null),
        claim.map(Claims.Claim::kind).orElse(null),
        predicted.orElse(null));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Nothing for a cell that is its own reference. */
  private Optional<PairedDifference> pair(int number) {
    return reference(number) == number
        ? Optional.empty()
        : pair(cells.get(number), cells.get(reference(number)));
  }

  private Optional<PairedDifference> pair(CellProgress cell, CellProgress reference) {
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
    if (!isCensored(cell)) {
      return Double.POSITIVE_INFINITY;
    }
    Experiment experiment = cell.cell().experiment();
    return new Clock(experiment.dynamics().stepSize()).at(experiment.horizon());
  }

  private static boolean isCensored(CellProgress cell) {
    return cell.summary().filter(summary -> summary.censored() > 0).isPresent();
  }

  private ExitRows read(CellProgress cell, Chunk chunk) {
    try {
      return exits.read(cell.cell().key(), chunk);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
