package org.escapement.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.study.Axis;

/**
 * The one number of a cell that a figure shows.
 *
 * @param step at which it holds; empty when it belongs to none
 * @param measured its value; empty when it was not measured
 * @param stdError of the measured value; empty when it has none
 */
record Shown(
    CellSummary cell,
    String quantity,
    Optional<Long> step,
    Optional<Double> measured,
    Optional<Double> stdError) {

  /** The mean exit time. */
  static Shown exit(CellSummary cell) {
    return new Shown(cell, cell.quantity(), Optional.empty(), cell.measured(), cell.stdError());
  }

  static Shown of(Compared one) {
    return new Shown(one.cell(), one.quantity(), one.step(), one.measured(), one.stdError());
  }

  /** What theory says of this number. */
  Stream<Beside> beside() {
    return cell.beside().stream()
        .filter(b -> b.quantity().equals(quantity) && b.step().equals(step));
  }

  /** The swept values but those of some axes, with their columns, in one line. */
  String labelWithout(List<Integer> omitted, List<Axis> axes) {
    return IntStream.range(0, axes.size())
        .filter(j -> !omitted.contains(j))
        .mapToObj(j -> axes.get(j).column() + " " + Numbers.brief(cell.axes().get(j)))
        .collect(Collectors.joining(", "));
  }
}
