package org.escapement.study.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.estimate.ExitEstimates;
import org.escapement.measure.Measure;
import org.escapement.measure.Reading;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Setting;
import org.escapement.simulate.Summary;
import org.escapement.study.Column;
import org.escapement.study.Fit;

/** Finds the axes and quantities that the fits of a job file name. What is wrong is reported. */
final class FitReader {
  private final Sweep sweep;
  private final Map<String, Column.Type> paths;
  private final List<Experiment> experiments;
  private final Problems problems;

  /**
   * @param paths of the job, with the type of a single value there
   * @param experiments all cells
   */
  FitReader(
      Sweep sweep,
      Map<String, Column.Type> paths,
      List<Experiment> experiments,
      Problems problems) {
    this.sweep = sweep;
    this.paths = paths;
    this.experiments = experiments;
    this.problems = problems;
  }

  /** The names of all that is measured. */
  private Collection<String> quantities(List<Measure<?>> measures) {
    Collection<String> quantities = new TreeSet<>();
    for (Experiment experiment : experiments) {
      quantities.addAll(
          ExitEstimates.quantities(experiment.domain().sides(experiment.dimension())));
    }
    if (!experiments.isEmpty()) {
      measures.forEach(measure -> quantities.addAll(readings(measure, experiments.get(0))));
    }
    return quantities;
  }

  /** The names of what a measure gives: those of the readings of no trajectory. */
  private static <S extends Summary<S>> List<String> readings(Measure<S> measure, Experiment e) {
    Setting setting = new Setting(e, new RandomKey(0, 0), new Chunk(0, 0, 1), 1);
    return measure.problem(e).isPresent()
        ? List.of()
        : measure.readings(measure.start(setting).finish(), e).stream().map(Reading::name).toList();
  }

  /**
   * The fits.
   *
   * @param measures what is measured beside exits
   * @param written where they stand, a list of as many mappings
   */
  List<Fit> fits(List<FitKeys> keys, List<Measure<?>> measures, Node written) {
    Collection<String> quantities = quantities(measures);
    List<Fit> fits = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Node.Mapping mapping = (Node.Mapping) ((Node.Sequence) written).items().get(i);
      int before = problems.size();
      checkQuantity(keys.get(i), quantities, mapping, "fits." + i);
      Optional<Fit> fit = fit(keys.get(i), mapping, "fits." + i);
      if (problems.size() == before) {
        fit.ifPresent(fits::add);
      }
    }
    return List.copyOf(fits);
  }

  private Optional<Fit> fit(FitKeys keys, Node.Mapping mapping, String path) {
    List<SweptAxis> axes = sweep.axes();
    int axis =
        IntStream.range(0, axes.size())
            .filter(j -> axes.get(j).path().equals(keys.against()))
            .findFirst()
            .orElse(-1);
    Position against = mapping.value("against").map(Node::at).orElse(mapping.at());
    if (axis < 0) {
      problems.add(against, path + ".against: " + notSwept(keys.against()));
    } else {
      checkValues(axes.get(axis), keys, against, path);
    }
    return axis < 0
        ? Optional.empty()
        : Optional.of(
            new Fit(
                keys.quantity(),
                keys.step().map(OptionalLong::of).orElse(OptionalLong.empty()),
                axis,
                along(axis),
                keys.law()));
  }

  private void checkQuantity(
      FitKeys keys, Collection<String> known, Node.Mapping mapping, String path) {
    if (!known.contains(keys.quantity())) {
      problems.add(
          mapping.value("quantity").map(Node::at).orElse(mapping.at()),
          path
              + ".quantity must be a measured quantity, got "
              + keys.quantity()
              + Words.instead(keys.quantity(), known));
    }
  }

  private String notSwept(String path) {
    List<String> swept = sweep.axes().stream().map(SweptAxis::path).toList();
    String known = swept.isEmpty() ? "; nothing is" : Words.instead(path, swept);
    return path + " is not swept" + known;
  }

  private void checkValues(SweptAxis axis, FitKeys keys, Position at, String path) {
    AxisValues values = AxisValues.of(axis, paths);
    String of = path + ".against: ";
    if (values.axis().type() == Column.Type.TEXT) {
      problems.add(at, of + "a law needs numbers, " + axis.path() + " has words");
      return;
    }
    if (values.values().size() < 2) {
      problems.add(at, of + "a line needs two values, " + axis.path() + " has one");
    }
    Stream<Double> numbers = values.values().stream().map(v -> ((Number) v).doubleValue());
    numbers
        .filter(a -> !keys.law().takes(a))
        .findFirst()
        .ifPresent(
            a ->
                problems.add(
                    at, of + "the " + keys.law().word() + " law needs positive values, got " + a));
  }

  /** The places of the axis and of those zipped with it. */
  private List<Integer> along(int axis) {
    int first = 0;
    for (Sweep.Group group : sweep.groups()) {
      int end = first + group.axes().size();
      if (axis < end) {
        return IntStream.range(first, end).boxed().toList();
      }
      first = end;
    }
    throw new IllegalStateException("no axis " + axis);
  }
}
