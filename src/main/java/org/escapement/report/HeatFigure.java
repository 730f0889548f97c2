package org.escapement.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.study.Axis;
import org.escapement.study.Study;

/**
 * One number of each cell over the plane of the two longest axes of numbers, measured beside
 * predicted, one row of planes for every value of the other axes.
 */
final class HeatFigure {
  /** What theory calls the step size beyond which second moments grow. */
  static final String CRITICAL = "critical_step_size";

  /** A plane with fewer values along a side, or fewer cells, is read better as lines. */
  private static final int SHORTEST = 3;

  private static final int FEWEST = 12;

  /** Planes in a figure: more would not be looked at. */
  private static final int MOST_PANELS = 8;

  private final List<Axis> axes;
  private final List<Shown> cells;
  private final String quantity;
  private final List<Integer> plane;
  private final List<Double> across;
  private final List<Double> up;
  private final List<Shade> shades;
  private final double begin;

  /** What the colours of one plane stand for: NaN for none. */
  private record Shade(String label, ToDoubleFunction<Shown> value) {}

  private HeatFigure(
      List<Axis> axes, List<Shown> cells, String quantity, List<Integer> plane, double begin) {
    this.begin = begin;
    this.axes = axes;
    this.cells = cells;
    this.quantity = quantity;
    this.plane = plane;
    this.across = values(plane.get(0));
    this.up = values(plane.get(1));
    this.shades = shades();
  }

  /**
   * The figure; empty where the cells do not fill a plane, or have no numbers.
   *
   * @param begin the quantity at step 0; infinite when that is not known
   */
  static Optional<HeatMap> of(List<Axis> axes, List<Shown> cells, String quantity, double begin) {
    List<Integer> plane = Plane.longest(axes, cells.stream().map(c -> c.cell().axes()).toList());
    return plane.size() < 2
        ? Optional.empty()
        : new HeatFigure(axes, cells, quantity, plane, begin).map();
  }

  /** The same for a study, of which it is known where the loss begins. */
  static Optional<HeatMap> of(Study study, List<Shown> cells, String quantity) {
    boolean isKnown = quantity.equals("loss") && !study.cells().isEmpty();
    double begin =
        isKnown
            ? study.cells().get(0).lossAtStart().orElse(Double.POSITIVE_INFINITY)
            : Double.POSITIVE_INFINITY;
    return of(study.axes(), cells, quantity, begin);
  }

  private Optional<HeatMap> map() {
    Map<String, List<Shown>> groups =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    cell -> cell.labelWithout(plane, axes),
                    LinkedHashMap::new,
                    Collectors.toList()));
    int size = across.size() * up.size();
    // Axes that vary together fill a line of the plane only.
    boolean isFilled = 2L * cells.size() >= (long) size * groups.size();
    List<HeatPanel> panels = new ArrayList<>();
    groups.forEach((label, group) -> panels.addAll(panels(label, group)));
    boolean isLarge = up.size() >= SHORTEST && size >= FEWEST;
    if (!isLarge || !isFilled || finite(cells).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HeatMap(
            quantity + " over " + path(0) + " and " + path(1),
            quantity,
            new Side(path(0), across),
            new Side(path(1), up),
            ColourScale.of(inRange()),
            panels.stream().limit(MOST_PANELS).toList(),
            Math.max(0, panels.size() - MOST_PANELS)));
  }

  private List<HeatPanel> panels(String label, List<Shown> group) {
    String prefix = label.isEmpty() ? "" : label + ": ";
    List<HeatPanel> panels = new ArrayList<>();
    shades.forEach(shade -> panels.add(panel(prefix + shade.label(), group, shade.value())));
    return panels;
  }

  /** Measured beside what is best predicted; or this beside what else is predicted there. */
  private List<Shade> shades() {
    List<Shade> shades = new ArrayList<>();
    if (cells.stream().anyMatch(cell -> cell.measured().isPresent())) {
      shades.add(new Shade("measured", HeatFigure::measured));
    }
    if (cells.stream().anyMatch(cell -> !Double.isNaN(predicted(cell, any())))) {
      shades.add(new Shade("predicted", this::best));
    }
    if (shades.size() == 1) {
      cells.stream()
          .flatMap(HeatFigure::others)
          .findFirst()
          .ifPresent(
              name ->
                  shades.add(
                      new Shade(name, cell -> predicted(cell, b -> b.prediction().equals(name)))));
    }
    return shades;
  }

  /** The names of predictions of a cell that are not the best there. */
  private static Stream<String> others(Shown cell) {
    return cell.beside()
        .filter(any())
        .sorted(Comparator.comparing(beside -> !beside.isExact()))
        .skip(1)
        .filter(beside -> !beside.isExact())
        .map(Beside::prediction);
  }

  /** Where theory says that all grows, and gives no number, it is beyond every number. */
  private double best(Shown cell) {
    double predicted = predicted(cell, any());
    return Double.isNaN(predicted) && isUnstable(cell) ? Double.POSITIVE_INFINITY : predicted;
  }

  /** A bound is no value. */
  private static Predicate<Beside> any() {
    return beside -> !beside.kind().equals("bound");
  }

  private HeatPanel panel(String label, List<Shown> group, ToDoubleFunction<Shown> value) {
    double[][] values = new double[up.size()][across.size()];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    for (Shown cell : group) {
      int row = up.indexOf(number(cell, plane.get(1)));
      int column = across.indexOf(number(cell, plane.get(0)));
      values[row][column] = value.applyAsDouble(cell);
    }
    return new HeatPanel(label, values, boundary(group));
  }

  /** A mean over those that did not diverge is none of all. */
  private static double measured(Shown cell) {
    return cell.cell().diverged() > 0
        ? Double.POSITIVE_INFINITY
        : cell.measured().orElse(Double.NaN);
  }

  /** The first one, exact before others. */
  private static double predicted(Shown cell, Predicate<Beside> which) {
    return cell.beside()
        .filter(which)
        .min(Comparator.comparing(beside -> !beside.isExact()))
        .map(Beside::predicted)
        .orElse(Double.NaN);
  }

  /**
   * What the colours must tell apart: of what grows without end, or beyond where it began, only
   * that it does.
   */
  private List<Double> inRange() {
    List<Shown> stable = cells.stream().filter(cell -> !isUnstable(cell)).toList();
    List<Double> below = finite(stable).stream().filter(value -> value <= begin).toList();
    return below.isEmpty() ? finite(stable.isEmpty() ? cells : stable) : below;
  }

  private List<Double> finite(List<Shown> some) {
    return some.stream()
        .flatMap(cell -> shades.stream().map(shade -> shade.value().applyAsDouble(cell)))
        .filter(Double::isFinite)
        .toList();
  }

  private boolean isUnstable(Shown cell) {
    Optional<Integer> axis = stepSize();
    OptionalDouble critical = critical(cell);
    return axis.isPresent()
        && critical.isPresent()
        && number(cell, axis.get()) > critical.getAsDouble();
  }

  private Optional<Integer> stepSize() {
    return plane.stream().filter(j -> axes.get(j).path().endsWith("step-size")).findFirst();
  }

  private static OptionalDouble critical(Shown cell) {
    return cell.cell().beside().stream()
        .filter(beside -> beside.quantity().equals(CRITICAL))
        .sorted(Comparator.comparing(beside -> !beside.isExact()))
        .mapToDouble(Beside::predicted)
        .findFirst();
  }

  /** The critical step size along the other axis of the plane. */
  private List<Plot.Mark> boundary(List<Shown> group) {
    if (stepSize().isEmpty()) {
      return List.of();
    }
    boolean isAcross = stepSize().get().equals(plane.get(0));
    TreeMap<Double, Double> line = new TreeMap<>();
    for (Shown cell : group) {
      critical(cell)
          .ifPresent(c -> line.put(number(cell, isAcross ? plane.get(1) : plane.get(0)), c));
    }
    return line.entrySet().stream()
        .map(
            at ->
                isAcross
                    ? new Plot.Mark(at.getValue(), at.getKey(), 0)
                    : new Plot.Mark(at.getKey(), at.getValue(), 0))
        .toList();
  }

  private List<Double> values(int axis) {
    return cells.stream().map(cell -> number(cell, axis)).distinct().sorted().toList();
  }

  private static double number(Shown cell, int axis) {
    return ((Number) cell.cell().axes().get(axis)).doubleValue();
  }

  private String path(int side) {
    return axes.get(plane.get(side)).path();
  }
}
