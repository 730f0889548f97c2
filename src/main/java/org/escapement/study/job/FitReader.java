package org.escapement.study.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.estimate.ExitEstimates;
import org.escapement.measure.Measure;
import org.escapement.measure.Reading;
import org.escapement.model.Words;
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

  /** What is measured, and at which steps as far as at any. */
  private Map<String, NavigableSet<Long>> quantities(List<Measure<?>> measures) {
    Map<String, NavigableSet<Long>> quantities = new TreeMap<>();
    for (Experiment experiment : experiments) {
      ExitEstimates.quantities(experiment.domain().sides(experiment.dimension()))
          .forEach(exit -> quantities.putIfAbsent(exit, new TreeSet<>()));
    }
    if (!experiments.isEmpty()) {
      for (Measure<?> measure : measures) {
        for (Reading reading : readings(measure, experiments.get(0))) {
          NavigableSet<Long> steps =
              quantities.computeIfAbsent(reading.name(), name -> new TreeSet<>());
          if (reading.step() != Reading.NO_STEP) {
            steps.add(reading.step());
          }
        }
      }
    }
    return quantities;
  }

  /** What a measure gives: the readings of no trajectory. */
  private static <S extends Summary<S>> List<Reading> readings(Measure<S> measure, Experiment e) {
    Setting setting = new Setting(e, new RandomKey(0, 0), new Chunk(0, 0, 1), 1);
    return measure.problem(e).isPresent()
        ? List.of()
        : measure.readings(measure.start(setting).finish(), e);
  }

  /**
   * The fits.
   *
   * @param measures what is measured beside exits
   * @param written where they stand, a list of as many mappings
   */
  List<Fit> fits(List<FitKeys> keys, List<Measure<?>> measures, Node written) {
    Map<String, NavigableSet<Long>> quantities = quantities(measures);
    List<Fit> fits = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Node.Mapping mapping = (Node.Mapping) ((Node.Sequence) written).items().get(i);
      int before = problems.size();
      checkQuantity(keys.get(i), quantities.keySet(), mapping, "fits." + i);
      Optional<Fit> fit =
          keys.get(i).against().equals(Fit.OverSteps.WORD)
              ? overSteps(keys.get(i), quantities, mapping, "fits." + i)
              : overAxis(keys.get(i), mapping, "fits." + i);
      if (problems.size() == before) {
        fit.ifPresent(fits::add);
      }
    }
    return List.copyOf(fits);
  }

  private Optional<Fit> overAxis(FitKeys keys, Node.Mapping mapping, String path) {
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
    refuse(keys.from(), "from", "needs against: step", mapping, path);
    refuse(keys.to(), "to", "needs against: step", mapping, path);
    OptionalLong step = keys.step().map(OptionalLong::of).orElse(OptionalLong.empty());
    return axis < 0
        ? Optional.empty()
        : Optional.of(
            new Fit(keys.quantity(), new Fit.OverAxis(step, axis, along(axis)), keys.law()));
  }

  private Optional<Fit> overSteps(
      FitKeys keys, Map<String, NavigableSet<Long>> quantities, Node.Mapping mapping, String path) {
    refuse(keys.step(), "step", "is for one step; against: step takes from and to", mapping, path);
    Fit.OverSteps over =
        new Fit.OverSteps(keys.from().orElse(0L), keys.to().orElse(Long.MAX_VALUE));
    NavigableSet<Long> steps = quantities.get(keys.quantity());
    if (steps != null) {
      long points = steps.stream().filter(s -> s >= over.from() && s <= over.to()).count();
      if (points < 2) {
        problems.add(
            mapping.value("against").map(Node::at).orElse(mapping.at()),
            "%s.against: a line needs two steps, %s is measured at %s%s"
                .formatted(
                    path,
                    keys.quantity(),
                    points == 0 ? "none" : "one",
                    points < steps.size() ? " of these" : ""));
      }
    }
    return Optional.of(new Fit(keys.quantity(), over, keys.law()));
  }

  /** Reports a key that has no meaning here. */
  private void refuse(
      Optional<Long> written, String key, String why, Node.Mapping mapping, String path) {
    if (written.isPresent()) {
      Position at = mapping.value(key).map(Node::at).orElse(mapping.at());
      problems.add(at, path + "." + key + " " + why);
    }
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
