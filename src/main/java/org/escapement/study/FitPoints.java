package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.estimate.Estimator;
import org.escapement.estimate.ExitEstimates;
import org.escapement.estimate.Measured;
import org.escapement.measure.Reading;

/** Which points lie on the lines of a fit: cells along an axis, or the steps of each cell. */
final class FitPoints {
  private FitPoints() {}

  /** The lines, in the order of their first cells. */
  static Collection<FitGroup> groups(Fit fit, Collection<CellProgress> cells) {
    return fit.over() instanceof Fit.OverAxis axis
        ? alongAxis(fit, axis, cells)
        : cells.stream().map(cell -> alongSteps(fit, (Fit.OverSteps) fit.over(), cell)).toList();
  }

  private static FitGroup alongSteps(Fit fit, Fit.OverSteps steps, CellProgress cell) {
    FitGroup group = new FitGroup(cell.cell(), fit.law(), FitGroup.Points.OF_ONE_SAMPLE);
    cell.readings().stream()
        .filter(reading -> reading.name().equals(fit.quantity()))
        .filter(reading -> reading.step() >= steps.from() && reading.step() <= steps.to())
        .filter(reading -> reading.step() != Reading.NO_STEP)
        .sorted(Comparator.comparingLong(Reading::step))
        .map(r -> new FitGroup.Point(cell.cell(), r.step(), measured(r), r.step()))
        .forEach(group::add);
    return group;
  }

  private static Collection<FitGroup> alongAxis(
      Fit fit, Fit.OverAxis axis, Collection<CellProgress> cells) {
    Map<List<Object>, FitGroup> groups = new LinkedHashMap<>();
    for (CellProgress cell : cells) {
      groups
          .computeIfAbsent(
              others(cell.cell(), axis),
              key -> new FitGroup(cell.cell(), fit.law(), FitGroup.Points.INDEPENDENT))
          .add(point(cell, fit, axis));
    }
    return groups.values();
  }

  /** The values of the axes that do not change along the fit, in their places. */
  private static List<Object> others(Cell cell, Fit.OverAxis fit) {
    List<Object> others = new ArrayList<>(cell.axes());
    fit.along().forEach(axis -> others.set(axis, ""));
    return others;
  }

  private static FitGroup.Point point(CellProgress cell, Fit fit, Fit.OverAxis axis) {
    double a = ((Number) cell.cell().axes().get(axis.axis())).doubleValue();
    Optional<Reading> reading = reading(cell, fit.quantity(), axis);
    if (reading.isPresent()) {
      long step = reading.get().step();
      return new FitGroup.Point(
          cell.cell(), a, measured(reading.get()), step == Reading.NO_STEP ? null : step);
    }
    Optional<Measured> ofExits =
        cell.summary()
            .map(summary -> ExitEstimates.of(summary, cell.cell().experiment()))
            .flatMap(estimates -> estimates.measured(fit.quantity()));
    return new FitGroup.Point(cell.cell(), a, ofExits, null);
  }

  /** The one at the step of the fit, or the last. */
  private static Optional<Reading> reading(CellProgress cell, String quantity, Fit.OverAxis fit) {
    return cell.readings().stream()
        .filter(reading -> reading.name().equals(quantity))
        .filter(reading -> fit.step().isEmpty() || fit.step().getAsLong() == reading.step())
        .max(Comparator.comparingLong(Reading::step));
  }

  private static Optional<Measured> measured(Reading reading) {
    return Double.isFinite(reading.value()) && Double.isFinite(reading.stdError())
        ? Optional.of(new Measured(reading.value(), reading.stdError(), Estimator.MEAN_AT_STEP))
        : Optional.empty();
  }
}
