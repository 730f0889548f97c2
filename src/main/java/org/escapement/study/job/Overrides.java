package org.escapement.study.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Words;

/** Puts the values of --set options in their places. */
final class Overrides {
  private static final String SWEEP = "sweep.";

  private final Binder binder;
  private final Problems problems;

  Overrides(Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
  }

  /**
   * The job with the values changed, in the order of the options; what is wrong is reported and
   * left out.
   *
   * @param options such as dynamics.momentum=0.9
   */
  Node.Mapping apply(Node.Mapping job, List<String> options) {
    Node.Mapping changed = job;
    for (String option : options) {
      changed = apply(changed, option);
    }
    reportHidden(changed, options);
    return changed;
  }

  private Node.Mapping apply(Node.Mapping job, String option) {
    String shown = "--set " + option;
    int equals = option.indexOf('=');
    if (equals < 1) {
      problems.add(Position.whole(shown), "must have the form key=value");
      return job;
    }
    String path = option.substring(0, equals).strip();
    Optional<Node> value = YamlReader.option(shown, option.substring(equals + 1), problems);
    if (value.isEmpty()) {
      return job;
    }
    return path.startsWith(SWEEP)
        ? swept(job, path.substring(SWEEP.length()), value.get())
        : placed(job, path, value.get());
  }

  private Node.Mapping placed(Node.Mapping job, String path, Node value) {
    Collection<String> known = new ArrayList<>(Paths.of(job, binder).keySet());
    if (!known.contains(path)) {
      problems.add(value.at(), "there is no " + path + Words.suggestion(path, known));
      return job;
    }
    return (Node.Mapping) Paths.with(job, path, value);
  }

  /** The keys of a sweep are paths, so that their dots do not separate. */
  private static Node.Mapping swept(Node.Mapping job, String axis, Node value) {
    Node sweep = job.value("sweep").orElse(new Node.Mapping(value.at(), List.of()));
    if (!(sweep instanceof Node.Mapping mapping)) {
      return job;
    }
    Optional<Node> zip = mapping.value("zip");
    if (axis.startsWith("zip.") && (zip.isEmpty() || zip.get() instanceof Node.Mapping)) {
      Node.Mapping together =
          (Node.Mapping) zip.orElseGet(() -> new Node.Mapping(value.at(), List.of()));
      String path = axis.substring("zip.".length());
      return job.with("sweep", mapping.with("zip", together.with(path, value)));
    }
    return job.with("sweep", mapping.with(axis, value));
  }

  /** A value that the sweep replaces in every cell has no effect. */
  private void reportHidden(Node.Mapping job, List<String> options) {
    List<String> swept = sweptPaths(job.value("sweep"));
    for (String option : options) {
      String path = option.split("=", 2)[0].strip();
      swept.stream()
          .filter(axis -> Paths.isInside(path, axis))
          .findFirst()
          .ifPresent(axis -> problems.add(Position.whole("--set " + option), hidden(path, axis)));
    }
  }

  private static String hidden(String path, String axis) {
    return path.equals(axis)
        ? path + " is swept; set sweep." + path + " to a list instead"
        : path + " lies inside " + axis + ", which is swept; set sweep." + axis + " instead";
  }

  private static List<String> sweptPaths(Optional<Node> sweep) {
    List<String> paths = new ArrayList<>();
    if (sweep.isPresent() && sweep.get() instanceof Node.Mapping mapping) {
      for (Node.Member member : mapping.members()) {
        paths.add(member.key());
        if (member.key().equals("zip")) {
          paths.addAll(sweptPaths(Optional.of(member.value())));
        }
      }
    }
    return paths;
  }
}
