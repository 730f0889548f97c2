package org.escapement.study;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.measure.Reading;
import org.escapement.simulate.Clock;

/**
 * The table {@code moments}: what was measured beside exits, but for what has a table of its own.
 */
final class MomentsTable {
  private static final String HEAVY = "heavy-tailed";

  private MomentsTable() {}

  /** One row a cell, a step and a quantity. */
  static Table of(Study study, Collection<CellProgress> cells) {
    CellTable table =
        new CellTable("moments", study)
            .column("quantity", Column.Type.TEXT, "what is measured, such as loss")
            .column(
                "step", Column.Type.LONG, "step at which it holds; NULL when it belongs to none")
            .column("time", Column.Type.DOUBLE, "model time of the step")
            .column("i", Column.Type.LONG, "coordinate that it is of, from 1; NULL when of none")
            .column("j", Column.Type.LONG, "second coordinate; NULL when of none")
            .column("mean", Column.Type.DOUBLE, "mean over the trajectories, unit of the quantity")
            .column("std_error", Column.Type.DOUBLE, "standard error of mean, same unit")
            .column(
                "trajectories",
                Column.Type.LONG,
                "trajectories that it is of: those that had not ended by then");
    addTail(table);
    for (CellProgress cell : cells) {
      List<Reading> readings = cell.readings(one -> !one.hasOwnTable());
      Map<Long, Double> times = times(cell.cell(), readings);
      readings.forEach(reading -> table.row(cell.cell(), values(reading, times)));
    }
    return table.build();
  }

  /** How far the mean is carried by few trajectories. */
  private static void addTail(CellTable table) {
    table
        .column(
            "relative_deviation",
            Column.Type.DOUBLE,
            "standard deviation of a trajectory / mean, only of a loss that is nowhere negative")
        .column(
            "top_share",
            Column.Type.DOUBLE,
            "share of the sum that the largest hundredth of the trajectories makes, within 1/15"
                + " of itself")
        .column(
            "skewness",
            Column.Type.DOUBLE,
            "skewness of a trajectory, as far as deviations above 1/8 of the mean go")
        .column(
            "caution",
            Column.Type.TEXT,
            "heavy-tailed where top_share is above 0.2 or relative_deviation above 2: the mean"
                + " is carried by rare trajectories and says little; else NULL");
  }

  private static Map<Long, Double> times(Cell cell, List<Reading> readings) {
    long[] steps =
        readings.stream()
            .mapToLong(Reading::step)
            .filter(step -> step != Reading.NO_STEP)
            .distinct()
            .toArray();
    double[] times = new Clock(cell.experiment().dynamics().stepSize()).at(steps);
    Map<Long, Double> byStep = new LinkedHashMap<>();
    Arrays.stream(steps).forEach(step -> byStep.put(step, times[byStep.size()]));
    return byStep;
  }

  private static Object[] values(Reading reading, Map<Long, Double> times) {
    return new Object[] {
      reading.quantity(),
      reading.step() == Reading.NO_STEP ? null : reading.step(),
      times.get(reading.step()),
      reading.i() == 0 ? null : (long) reading.i(),
      reading.j() == 0 ? null : (long) reading.j(),
      orNull(reading.value()),
      orNull(reading.stdError()),
      reading.trajectories(),
      orNull(reading.tail().relativeDeviation()),
      orNull(reading.tail().topShare()),
      orNull(reading.tail().skewness()),
      reading.tail().isHeavy() ? HEAVY : null
    };
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
