package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.estimate.CriticalBatch;
import org.escapement.estimate.FitLaw;
import org.escapement.estimate.Measured;
import org.escapement.estimate.SampleMean;
import org.escapement.measure.Reading;
import org.escapement.measure.RunningGradient;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.critical.SatoIiduka;

/**
 * The table {@code critical_batch}: for every group of cells along the axis of a fit of that law,
 * the batch size that needs the fewest samples, and what the recipe of Sato and Iiduka makes of it,
 * beside the truth where that is known.
 */
final class CriticalBatchTable {
  /** What noise-level measures of the gradient alone: C^2/b. */
  private static final String GRADIENT_NOISE = "gradient-noise";

  private final Map<Integer, List<Reading>> readings = new HashMap<>();
  private final TheoryRows theory;
  private final CellTable table;

  /**
   * The numbers of a prediction at the points of a group.
   *
   * @param name of the prediction; empty when none has two numbers there
   */
  private record Beside(String name, Optional<CriticalBatch> batch) {}

  private CriticalBatchTable(Study study, Collection<CellProgress> cells, Table theory) {
    cells.forEach(cell -> readings.put(cell.cell().number(), cell.readings()));
    this.theory = new TheoryRows(theory);
    this.table = recipe(measured(new CellTable("critical_batch", study)));
  }

  /** Whether a study asks for it. */
  static boolean has(Study study) {
    return study.fits().stream().anyMatch(CriticalBatchTable::isAbout);
  }

  private static boolean isAbout(Fit fit) {
    return fit.law() == FitLaw.CRITICAL_BATCH && fit.over() instanceof Fit.OverAxis;
  }

  /**
   * The table.
   *
   * @param theory the finished table of that name
   */
  static Table of(Study study, Collection<CellProgress> cells, Table theory) {
    CriticalBatchTable table = new CriticalBatchTable(study, cells, theory);
    for (int number = 0; number < study.fits().size(); number++) {
      Fit fit = study.fits().get(number);
      if (isAbout(fit)) {
        for (FitGroup group : FitPoints.groups(fit, cells)) {
          table.add(number, fit, group);
        }
      }
    }
    return table.table.build();
  }

  private static CellTable measured(CellTable table) {
    return table
        .column("fit", Column.Type.LONG, "place of the fit in the job file, from 0")
        .column("quantity", Column.Type.TEXT, "the measured steps T")
        .column("cells", Column.Type.LONG, "batch sizes b that were run")
        .column("points", Column.Type.LONG, "those with a number of steps")
        .column("best_batch", Column.Type.DOUBLE, "samples: the measured b at which b T is least")
        .column("best_samples", Column.Type.DOUBLE, "samples: b T there")
        .column(
            "edge",
            Column.Type.TEXT,
            "smallest or largest where best_batch is that of all cells, so that the least may lie"
                + " beyond; else NULL")
        .column(
            "critical_batch",
            Column.Type.DOUBLE,
            "samples: where b T is least on the line 1/T = C + slope/b through all points"
                + " with a standard error, -2 slope/C; whether that is the law tells chi_square of the table fits")
        .column("std_error", Column.Type.DOUBLE, "standard error of critical_batch, same unit")
        .column(
            "prediction", Column.Type.TEXT, "name of an exact prediction of T; NULL without one")
        .column("predicted_best_batch", Column.Type.DOUBLE, "best_batch of the predicted T")
        .column(
            "predicted_critical_batch",
            Column.Type.DOUBLE,
            "critical_batch of the predicted T, same weights");
  }

  private static CellTable recipe(CellTable table) {
    return table
        .column("epsilon", Column.Type.DOUBLE, "length that the gradient should come down to")
        .column(
            "factor",
            Column.Type.DOUBLE,
            "F of the recipe C^2 = b epsilon^2/(eta F): 1 for SGD, 1/beta + 1/(1 - beta)^2 for the"
                + " heavy ball, 1/(1 - beta) for the normalised one")
        .column(
            "claimed_least",
            Column.Type.DOUBLE,
            "samples: eta F C^2/epsilon^2 with the true C^2, which the critical batch size is said"
                + " to exceed")
        .column("recipe_variance", Column.Type.DOUBLE, "C^2 of the recipe with best_batch")
        .column(
            "recipe_variance_on_line", Column.Type.DOUBLE, "C^2 of the recipe with critical_batch")
        .column(
            "true_variance",
            Column.Type.DOUBLE,
            "C^2 = E|sampled - full gradient|^2 of a single sample, where it is the same everywhere;"
                + " else NULL")
        .column("ratio", Column.Type.DOUBLE, "recipe_variance / true_variance")
        .column(
            "first_variance",
            Column.Type.DOUBLE,
            "b times gradient-noise with best_batch, C^2 as measured, at the first step of measure"
                + " noise-level; less where few of a finite number of samples are not in a batch")
        .column("last_variance", Column.Type.DOUBLE, "the same at its last step");
  }

  private void add(int number, Fit fit, FitGroup group) {
    List<CriticalBatch.Point> points = new ArrayList<>();
    for (FitGroup.Point point : group.points()) {
      point
          .measured()
          .filter(m -> fit.law().isResolved(m.value(), m.stdError()))
          .ifPresent(m -> points.add(at(point, m.value(), m.stdError())));
    }
    List<Object> axes = new ArrayList<>(group.first().axes());
    ((Fit.OverAxis) fit.over()).along().forEach(axis -> axes.set(axis, null));
    List<Object> row = new ArrayList<>();
    row.add((long) number);
    row.add(fit.quantity());
    row.add((long) group.points().size());
    row.add((long) points.size());
    Optional<CriticalBatch> found =
        points.isEmpty() ? Optional.empty() : Optional.of(CriticalBatch.of(points, tried(group)));
    addFound(found, row);
    addPredicted(beside(fit, group), row);
    addRecipe(found, fit, group.first(), row);
    addMeasuredVariance(found, group, row);
    table.row(group.first().number(), axes, row.toArray());
  }

  private static double[] tried(FitGroup group) {
    return group.points().stream().mapToDouble(FitGroup.Point::a).toArray();
  }

  private static CriticalBatch.Point at(FitGroup.Point point, double steps, double stdError) {
    return new CriticalBatch.Point(point.a(), steps, stdError);
  }

  private static void addFound(Optional<CriticalBatch> found, List<Object> row) {
    Optional<SampleMean> onLine = found.flatMap(CriticalBatch::onLine);
    row.add(found.map(CriticalBatch::best).orElse(null));
    row.add(found.map(CriticalBatch::samples).orElse(null));
    row.add(found.map(CriticalBatch::edge).filter(edge -> !edge.isEmpty()).orElse(null));
    row.add(onLine.map(SampleMean::value).orElse(null));
    row.add(
        onLine
            .filter(line -> line.stdError().isPresent())
            .map(line -> line.stdError().getAsDouble())
            .orElse(null));
  }

  private static void addPredicted(Beside beside, List<Object> row) {
    row.add(beside.name().isEmpty() ? null : beside.name());
    row.add(beside.batch().map(CriticalBatch::best).orElse(null));
    row.add(beside.batch().flatMap(CriticalBatch::onLine).map(SampleMean::value).orElse(null));
  }

  /** The first exact prediction with two numbers where there are measured ones. */
  private Beside beside(Fit fit, FitGroup group) {
    for (String prediction : theory.predictions()) {
      List<CriticalBatch.Point> points = new ArrayList<>();
      for (FitGroup.Point point : group.points()) {
        Optional<Measured> measured = point.measured();
        theory
            .row(point.cell().number(), prediction, fit.quantity(), point.step())
            .filter(row -> row.kind().equals(Kind.EXACT.word()) && measured.isPresent())
            .ifPresent(row -> points.add(at(point, row.predicted(), measured.get().stdError())));
      }
      if (points.size() > 1) {
        return new Beside(prediction, Optional.of(CriticalBatch.of(points, tried(group))));
      }
    }
    return new Beside("", Optional.empty());
  }

  private static void addRecipe(
      Optional<CriticalBatch> found, Fit fit, Cell cell, List<Object> row) {
    Experiment e = cell.experiment();
    Optional<Double> epsilon = epsilon(fit, cell);
    Optional<Double> truth = SatoIiduka.trueVariance(e.noise(), e.dimension());
    Optional<Double> onBest =
        found.flatMap(b -> epsilon.flatMap(x -> SatoIiduka.variance(e.dynamics(), x, b.best())));
    Optional<Double> onLine =
        found
            .flatMap(CriticalBatch::onLine)
            .flatMap(b -> epsilon.flatMap(x -> SatoIiduka.variance(e.dynamics(), x, b.value())));
    row.add(epsilon.orElse(null));
    row.add(SatoIiduka.factor(e.dynamics()).orElse(null));
    row.add(
        truth
            .flatMap(c -> epsilon.flatMap(x -> SatoIiduka.leastCriticalBatch(e.dynamics(), x, c)))
            .orElse(null));
    row.add(onBest.orElse(null));
    row.add(onLine.orElse(null));
    row.add(truth.orElse(null));
    row.add(onBest.flatMap(c -> truth.map(known -> c / known)).orElse(null));
  }

  /** In the cell with the best batch size; of a measure that not every job asks for. */
  private void addMeasuredVariance(
      Optional<CriticalBatch> found, FitGroup group, List<Object> row) {
    List<Double> measured =
        group.points().stream()
            .filter(point -> found.isPresent() && point.a() == found.get().best())
            .flatMap(point -> readings.get(point.cell().number()).stream())
            .filter(reading -> reading.quantity().equals(GRADIENT_NOISE))
            .sorted(Comparator.comparingLong(Reading::step))
            .map(reading -> found.orElseThrow().best() * reading.value())
            .filter(Double::isFinite)
            .toList();
    row.add(measured.isEmpty() ? null : measured.get(0));
    row.add(measured.isEmpty() ? null : measured.get(measured.size() - 1));
  }

  /** Of the measure that gives the quantity. */
  private static Optional<Double> epsilon(Fit fit, Cell cell) {
    return cell.measures().stream()
        .filter(RunningGradient.class::isInstance)
        .map(RunningGradient.class::cast)
        .filter(running -> running.isSampled() == fit.quantity().startsWith("sampled."))
        .map(RunningGradient::epsilon)
        .findFirst();
  }
}
