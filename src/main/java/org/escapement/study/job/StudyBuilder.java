package org.escapement.study.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.measure.Measure;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.escapement.study.Axis;
import org.escapement.study.Catalog;
import org.escapement.study.Cell;
import org.escapement.study.Column;
import org.escapement.study.Fit;
import org.escapement.study.Study;

/** Puts cells with their keys, and the study with its hash, together. */
final class StudyBuilder {
  private static final int RUN_BYTES = 6;

  /** So many numbers of trajectories fit into a driver with room for other things. */
  private static final double MOST_KEPT = 2e7;

  private final StudyKeys keys;
  private final Sweep sweep;
  private final List<Measure<?>> measures;
  private final Position measuresAt;
  private final Problems problems;
  private final List<List<AxisValues>> columns = new ArrayList<>();

  /**
   * @param measuresAt where the job file says what is measured
   * @param paths of the job, with the type of a single value there
   */
  StudyBuilder(
      StudyKeys keys,
      Position measuresAt,
      Sweep sweep,
      Map<String, Column.Type> paths,
      Problems problems) {
    this.measuresAt = measuresAt;
    this.keys = keys;
    this.sweep = sweep;
    this.measures = keys.measure().stream().distinct().toList();
    this.problems = problems;
    for (Sweep.Group group : sweep.groups()) {
      columns.add(group.axes().stream().map(axis -> AxisValues.of(axis, paths)).toList());
    }
  }

  /**
   * The study.
   *
   * @param experiments one for each cell of the sweep
   * @param fits laws to be fitted along its axes
   */
  Study study(String name, String text, List<Experiment> experiments, List<Fit> fits) {
    List<Axis> axes =
        columns.stream().flatMap(group -> group.stream().map(AxisValues::axis)).toList();
    List<Cell> cells = cells(experiments);
    OptionalDouble precision =
        keys.precision()
            .map(share -> OptionalDouble.of(share.value()))
            .orElse(OptionalDouble.empty());
    List<Integer> references =
        keys.compareTo()
            .map(written -> CompareTo.references(written, sweep, problems))
            .orElse(List.of());
    return new Study(
        name,
        run(axes, cells, references, fits),
        keys.question(),
        text,
        keys.seed(),
        keys.trajectories(),
        precision,
        keys.keep(),
        keys.commonRandomNumbers(),
        axes,
        cells,
        references,
        fits);
  }

  private List<Cell> cells(List<Experiment> experiments) {
    CellKey cellKey = new CellKey(keys.seed(), keys.commonRandomNumbers(), measures);
    Map<String, Integer> seen = new HashMap<>();
    List<Cell> cells = new ArrayList<>();
    int[] rows = new int[columns.size()];
    checkMeasures(experiments);
    for (Experiment experiment : experiments) {
      String key = cellKey.of(experiment);
      Integer same = seen.putIfAbsent(key, cells.size());
      if (same != null) {
        problems.add(
            sweep.at(),
            "cells " + same + " and " + cells.size() + " of the sweep are the same experiment");
      }
      cells.add(new Cell(cells.size(), key, values(rows), experiment, measures, randomKey(key)));
      sweep.advance(rows);
    }
    return List.copyOf(cells);
  }

  /** Reports measures that exclude each other, and for each the first cell that it cannot be in. */
  private void checkMeasures(List<Experiment> experiments) {
    for (Measure<?> measure : measures) {
      if (measures.stream().anyMatch(other -> other != measure && measure.excludes(other))) {
        problems.add(measuresAt, "measure " + word(measure) + ": there are two of the same thing");
        break;
      }
    }
    boolean fits = true;
    for (Measure<?> measure : measures) {
      for (int cell = 0; cell < experiments.size(); cell++) {
        Optional<String> problem = measure.problem(experiments.get(cell));
        if (problem.isPresent()) {
          problems.add(
              measuresAt,
              "measure " + word(measure) + ": " + problem.get() + " (cell " + cell + ")");
          fits = false;
          break;
        }
      }
    }
    if (fits) {
      checkKept(experiments);
    }
  }

  /** The driver holds what measures keep of every trajectory until the tables are made. */
  private void checkKept(List<Experiment> experiments) {
    double kept = 0;
    for (Measure<?> measure : measures) {
      for (Experiment experiment : experiments) {
        kept += (double) measure.keptNumbers(experiment) * keys.trajectories();
      }
    }
    if (kept > MOST_KEPT) {
      problems.add(
          measuresAt,
          String.format(
              Locale.ROOT,
              "measure: %.3g numbers would be kept, of which there may be 2e7: ask for fewer"
                  + " trajectories, steps, words or cells",
              kept));
    }
  }

  private static String word(Measure<?> measure) {
    return Catalog.word(measure.getClass()).orElseThrow();
  }

  private RandomKey randomKey(String cellKey) {
    return keys.commonRandomNumbers()
        ? RandomKey.of(keys.seed())
        : RandomKey.of(keys.seed(), cellKey);
  }

  private List<Object> values(int[] rows) {
    List<Object> values = new ArrayList<>();
    for (int g = 0; g < rows.length; g++) {
      for (AxisValues column : columns.get(g)) {
        values.add(column.values().get(rows[g]));
      }
    }
    return List.copyOf(values);
  }

  /** The hash of all that decides what is run, whatever the text of the file looks like. */
  private String run(List<Axis> axes, List<Cell> cells, List<Integer> references, List<Fit> fits) {
    StringBuilder text = new StringBuilder();
    text.append("trajectories=").append(keys.trajectories());
    keys.precision()
        .ifPresent(
            share ->
                text.append(";precision=")
                    .append(Long.toHexString(Double.doubleToLongBits(share.value()))));
    text.append(";exits=").append(keys.keep().exits());
    text.append(";common-random-numbers=").append(keys.commonRandomNumbers());
    new CellKey(keys.seed(), keys.commonRandomNumbers(), measures)
        .appendMeasures(text.append(";measure="), measures);
    axes.forEach(axis -> text.append(";axis=").append(axis.path()));
    cells.forEach(cell -> text.append(";cell=").append(cell.key()));
    if (!references.isEmpty()) {
      text.append(";references=").append(references);
    }
    fits.forEach(fit -> append(text, fit));
    return CellKey.hash(text.toString(), RUN_BYTES);
  }

  private static void append(StringBuilder text, Fit fit) {
    text.append(";fit=").append(fit.quantity()).append(',');
    if (fit.over() instanceof Fit.OverAxis over) {
      text.append(over.axis()).append(',').append(fit.law().word());
      over.step().ifPresent(step -> text.append(",step=").append(step));
    } else {
      Fit.OverSteps steps = (Fit.OverSteps) fit.over();
      text.append("steps=").append(steps.from()).append('-').append(steps.to());
      text.append(',').append(fit.law().word());
    }
  }
}
