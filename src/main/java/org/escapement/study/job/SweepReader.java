package org.escapement.study.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.model.Words;

/**
 * Reads a sweep: paths with values, and under {@code zip} paths whose values go together. Axes that
 * are wrong are reported and left out.
 */
final class SweepReader {
  private static final String ZIP = "zip";

  private final Collection<String> paths;
  private final Problems problems;
  private final AxisReader axisReader;
  private final List<SweptAxis> seen = new ArrayList<>();
  private final List<Sweep.Group> groups = new ArrayList<>();

  private SweepReader(Collection<String> paths, AxisReader axisReader, Problems problems) {
    this.paths = paths.stream().filter(Job::isExperiment).toList();
    this.axisReader = axisReader;
    this.problems = problems;
  }

  /**
   * The sweep under the key of that name.
   *
   * @param paths that exist in the job
   */
  static Sweep read(Node node, Collection<String> paths, AxisReader axisReader, Problems problems) {
    SweepReader reader = new SweepReader(paths, axisReader, problems);
    reader.read(node);
    Sweep sweep = new Sweep(node.at(), List.copyOf(reader.groups));
    if (sweep.isTooLarge()) {
      problems.add(
          node.at(), "the sweep has " + sweep.cells() + " cells, more than " + Sweep.MOST_CELLS);
    }
    return sweep;
  }

  private void read(Node node) {
    Optional<Node.Mapping> sweep = mapping(node, "sweep");
    for (Node.Member member : sweep.map(Node.Mapping::members).orElse(List.of())) {
      if (member.key().equals(ZIP)) {
        zip(member.value());
      } else {
        axis(member).ifPresent(axis -> addUnlessTwice(List.of(axis)));
      }
    }
  }

  private void zip(Node node) {
    Optional<Node.Mapping> zip = mapping(node, "sweep.zip");
    List<SweptAxis> axes = new ArrayList<>();
    for (Node.Member member : zip.map(Node.Mapping::members).orElse(List.of())) {
      axis(member).ifPresent(axes::add);
    }
    Set<Integer> sizes = new HashSet<>();
    axes.forEach(axis -> sizes.add(axis.values().size()));
    if (sizes.size() > 1) {
      List<String> counts =
          axes.stream().map(axis -> axis.path() + " has " + axis.values().size()).toList();
      problems.add(
          node.at(), "zipped axes must have equally many values: " + String.join(", ", counts));
    } else if (!axes.isEmpty()) {
      addUnlessTwice(axes);
    }
  }

  /** A value may come again in one of several zipped axes, but not all of them together. */
  private void addUnlessTwice(List<SweptAxis> axes) {
    int before = problems.size();
    Sweep.Group group = new Sweep.Group(axes);
    Set<String> rows = new HashSet<>();
    for (int row = 0; row < group.size(); row++) {
      int here = row;
      List<Node> values = axes.stream().map(axis -> axis.values().get(here)).toList();
      if (!rows.add(values.stream().map(AxisReader::meaning).toList().toString())) {
        String path = axes.size() == 1 ? axes.get(0).path() : ZIP;
        String shown = String.join(", ", values.stream().map(Node::shown).toList());
        problems.add(values.get(0).at(), "sweep." + path + " holds " + shown + " twice");
      }
    }
    if (problems.size() == before) {
      groups.add(group);
    }
  }

  private Optional<Node.Mapping> mapping(Node node, String path) {
    boolean empty =
        (node instanceof Node.Scalar scalar && scalar.isMissing())
            || (node instanceof Node.Mapping mapping && mapping.members().isEmpty());
    if (empty) {
      problems.add(node.at(), path + " is empty; leave it out to run a single cell");
    } else if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    } else {
      problems.add(
          node.at(), path + " must be a mapping of paths to values, got " + node.described());
    }
    return Optional.empty();
  }

  private Optional<SweptAxis> axis(Node.Member member) {
    int before = problems.size();
    checkPath(member);
    List<Node> values = axisReader.values(member);
    SweptAxis axis = new SweptAxis(member.key(), member.at(), values);
    checkOverlap(axis);
    seen.add(axis);
    return problems.size() == before && !values.isEmpty() ? Optional.of(axis) : Optional.empty();
  }

  private void checkPath(Node.Member member) {
    String path = member.key();
    String part = path.split("\\.", 2)[0];
    if (paths.contains(path)) {
      return;
    }
    if (path.equals(part) && Job.NAMES.contains(part)) {
      problems.add(member.at(), path + " belongs to the whole study and cannot be swept");
    } else {
      problems.add(member.at(), "there is no " + path + " to sweep" + suggestion(path));
    }
  }

  /** The nearest path, or the one that ends in the given word. */
  private String suggestion(String path) {
    return paths.stream()
        .filter(known -> known.endsWith("." + path))
        .findFirst()
        .map(known -> "; did you mean " + known + "?")
        .orElseGet(() -> Words.suggestion(path, paths));
  }

  private void checkOverlap(SweptAxis axis) {
    for (SweptAxis other : seen) {
      if (other.path().equals(axis.path())) {
        problems.add(
            axis.at(), axis.path() + " is swept twice, first in line " + other.at().line());
      } else if (Paths.isInside(axis.path(), other.path())) {
        problems.add(axis.at(), axis.path() + " lies inside " + other.path() + ", also swept");
      } else if (Paths.isInside(other.path(), axis.path())) {
        problems.add(axis.at(), axis.path() + " contains " + other.path() + ", also swept");
      }
    }
  }
}
