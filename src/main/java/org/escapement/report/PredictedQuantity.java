package org.escapement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/**
 * What theory says of one quantity over a sweep, at its last step: a row for every cell, or for all
 * cells that differ only in what the quantity does not depend on, and a column for every
 * prediction.
 *
 * @param axes those of the sweep that it depends on, or may
 * @param idle those that it does not depend on, such as the step size for a critical step size
 * @param predictions exact ones first
 */
public record PredictedQuantity(
    String quantity, List<Axis> axes, List<Axis> idle, List<Named> predictions, List<Row> rows) {

  /** Fewer rows than this show their least value by themselves. */
  private static final int FEWEST = 5;

  /**
   * A prediction.
   *
   * @param kind exact, asymptotic or bound
   */
  public record Named(String prediction, String kind) {

    boolean isExact() {
      return kind.equals("exact");
    }

    boolean isBound() {
      return kind.equals("bound");
    }

    /** Its name, with its kind unless it is exact. */
    public String shown() {
      return isExact() ? prediction : prediction + " (" + kind + ")";
    }
  }

  /**
   * A cell, or several.
   *
   * @param axes the swept values
   * @param step at which the values hold; empty when they belong to none
   * @param values of the predictions that say something here
   */
  public record Row(List<Object> axes, Optional<Long> step, Map<Named, Double> values) {

    private Row without(int axis) {
      List<Object> others = new ArrayList<>(axes);
      others.remove(axis);
      return new Row(List.copyOf(others), step, values);
    }

    private Optional<Map.Entry<Named, Double>> best(List<Named> predictions) {
      return predictions.stream()
          .filter(one -> !one.isBound() && values.containsKey(one))
          .findFirst()
          .map(one -> Map.entry(one, values.get(one)));
    }
  }

  /**
   * Where in a plane of the sweep a quantity is least.
   *
   * @param row there
   * @param prediction that says so
   */
  public record Least(Row row, Named prediction, double value) {}

  /** All of the table {@code predictions}, in its order; what holds at steps comes first. */
  public static List<PredictedQuantity> all(List<Axis> axes, Table predictions) {
    Map<String, Map<Long, Row>> cells = new LinkedHashMap<>();
    Rows rows = new Rows(predictions);
    for (int row = 0; row < rows.size(); row++) {
      Map<Long, Row> ofQuantity =
          cells.computeIfAbsent(rows.text(row, "quantity"), name -> new LinkedHashMap<>());
      ofQuantity.merge(rows.count(row, "cell"), read(axes, rows, row), PredictedQuantity::later);
    }
    List<PredictedQuantity> all = new ArrayList<>();
    cells.forEach((quantity, ofCells) -> all.add(of(quantity, axes, ofCells)));
    return all.stream().sorted(Comparator.comparing(one -> !one.hasSteps())).toList();
  }

  private static Row read(List<Axis> axes, Rows rows, int row) {
    Named name = new Named(rows.text(row, "prediction"), rows.text(row, "kind"));
    Map<Named, Double> values = new LinkedHashMap<>();
    values.put(name, rows.number(row, "predicted").orElse(Double.NaN));
    return new Row(
        axes.stream().map(axis -> rows.value(row, axis.column()).orElse("")).toList(),
        rows.value(row, "step").map(step -> ((Number) step).longValue()),
        values);
  }

  /** The row at the later step; both together where they are at the same one. */
  private static Row later(Row a, Row b) {
    int order = Long.compare(a.step.orElse(-1L), b.step.orElse(-1L));
    if (order == 0) {
      a.values.putAll(b.values);
    }
    return order >= 0 ? a : b;
  }

  private static PredictedQuantity of(String quantity, List<Axis> axes, Map<Long, Row> cells) {
    List<Row> rows = List.copyOf(cells.values());
    List<Axis> kept = new ArrayList<>(axes);
    List<Axis> idle = new ArrayList<>();
    for (int axis = axes.size() - 1; axis >= 0; axis--) {
      if (isIdle(axis, rows)) {
        rows = List.copyOf(withoutAxis(axis, rows).values()).stream().map(r -> r.get(0)).toList();
        idle.add(0, kept.remove(axis));
      }
    }
    List<Named> predictions =
        rows.stream()
            .flatMap(row -> row.values.keySet().stream())
            .distinct()
            .sorted(Comparator.comparing(one -> !one.isExact()))
            .toList();
    return new PredictedQuantity(quantity, List.copyOf(kept), List.copyOf(idle), predictions, rows);
  }

  /** Axes that vary together with others are none: without one of them the others still differ. */
  private static boolean isIdle(int axis, List<Row> rows) {
    long values = rows.stream().map(row -> row.axes.get(axis)).distinct().count();
    return values > 1
        && withoutAxis(axis, rows).values().stream()
            .allMatch(same -> same.size() == values && same.stream().distinct().count() == 1);
  }

  /** The rows less one axis, those together that differ in it only. */
  private static Map<List<Object>, List<Row>> withoutAxis(int axis, List<Row> rows) {
    Map<List<Object>, List<Row>> byOthers = new LinkedHashMap<>();
    for (Row row : rows) {
      Row without = row.without(axis);
      byOthers.computeIfAbsent(without.axes, key -> new ArrayList<>()).add(without);
    }
    return byOthers;
  }

  /** Whether its values belong to steps. */
  public boolean hasSteps() {
    return rows.stream().anyMatch(row -> row.step.isPresent());
  }

  /**
   * Where it is least in the plane of its two longest axes of numbers, for every value of the
   * others; nothing where that is seen at a glance, or it depends on a part of the axes only.
   */
  public List<Least> least() {
    if (!idle.isEmpty()) {
      return List.of();
    }
    List<Integer> plane = Plane.longest(axes, rows.stream().map(Row::axes).toList());
    Map<List<Object>, List<Row>> planes = new LinkedHashMap<>();
    for (Row row : rows) {
      List<Object> others =
          IntStream.range(0, axes.size())
              .filter(axis -> !plane.contains(axis))
              .mapToObj(row.axes::get)
              .toList();
      planes.computeIfAbsent(others, key -> new ArrayList<>()).add(row);
    }
    return planes.values().stream()
        .filter(some -> some.size() >= FEWEST)
        .flatMap(some -> least(some).stream())
        .toList();
  }

  private Optional<Least> least(List<Row> some) {
    return some.stream()
        .flatMap(
            row ->
                row.best(predictions).stream()
                    .map(best -> new Least(row, best.getKey(), best.getValue())))
        .min(Comparator.comparingDouble(Least::value));
  }
}
