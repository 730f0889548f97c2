package org.escapement.study.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;

/** Makes the experiment of every cell of a sweep, and says in which cells the parts do not fit. */
final class CellBuilder {
  private final Sweep sweep;
  private final Problems problems;
  private final CellProblems cellProblems = new CellProblems();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  CellBuilder(Node.Mapping job, Sweep sweep, Binder binder, Problems problems) {
    this.sweep = sweep;
    this.problems = problems;
    for (Shape.Key key : Job.EXPERIMENT.keys()) {
      parts.put(key.name(), new Part(key, job, sweep, binder));
    }
  }

  /** One experiment for each cell in order, without those in which something is wrong. */
  List<Experiment> experiments() {
    List<Experiment> experiments = new ArrayList<>();
    int cells = sweep.cells().intValueExact();
    int[] rows = new int[sweep.groups().size()];
    for (int number = 0; number < cells; number++) {
      experiment(rows).ifPresent(experiments::add);
      sweep.advance(rows);
    }
    cellProblems.report(cells, problems);
    return experiments;
  }

  private Optional<Experiment> experiment(int[] rows) {
    Map<String, Object> values = new HashMap<>();
    boolean complete = true;
    for (Map.Entry<String, Part> part : parts.entrySet()) {
      Part.Made made = part.getValue().of(rows);
      made.complaints().forEach(complaint -> complain(complaint, rows));
      complete &= made.value().isPresent();
      made.value().ifPresent(value -> values.put(part.getKey(), value));
    }
    return complete ? fitting(made(values), rows) : Optional.empty();
  }

  private static Experiment made(Map<String, Object> values) {
    Optional<?> bound = (Optional<?>) values.get("diverged-beyond");
    Objective objective = (Objective) values.get("objective");
    return new Experiment(
        objective,
        (Noise) values.get("noise"),
        (Dynamics) values.get("dynamics"),
        spread((Start) values.get("start"), objective.dimension()),
        ((Domain) values.get("domain")).in(objective.dimension()),
        (long) values.get("horizon"),
        bound.isPresent() ? (double) bound.get() : Double.POSITIVE_INFINITY,
        (Monitoring) values.get("monitoring"));
  }

  /** One number stands for all coordinates, so that a sweep can go over dimensions. */
  private static Start spread(Start start, int dimension) {
    return start instanceof StartAt position ? new StartAt(position.at().spread(dimension)) : start;
  }

  private Optional<Experiment> fitting(Experiment experiment, int[] rows) {
    List<String> found = experiment.problems();
    for (String problem : found) {
      String part = part(problem);
      String message = problem.startsWith(part) ? problem : part + ": " + problem;
      complain(new Complaint(parts.get(part).of(rows).at(), message), rows);
    }
    Optional<String> unstartable = unstartable(experiment);
    unstartable.ifPresent(
        reason ->
            complain(
                new Complaint(parts.get("dynamics").of(rows).at(), "dynamics: " + reason), rows));
    return found.isEmpty() && unstartable.isEmpty() ? Optional.of(experiment) : Optional.empty();
  }

  /** The key that a problem of an experiment is about. */
  private static String part(String problem) {
    if (problem.startsWith("start ")) {
      return "start";
    }
    return problem.startsWith("monitoring: ") ? "monitoring" : "domain";
  }

  /** Why the dynamics cannot work with the objective and the noise. */
  private static Optional<String> unstartable(Experiment e) {
    try {
      e.dynamics().start(e.objective(), e.noise(), new Draws(new RandomKey(0, 0), 1), 1);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  private void complain(Complaint complaint, int[] rows) {
    cellProblems.add(complaint, () -> described(rows));
  }

  private String described(int[] rows) {
    List<String> values = new ArrayList<>();
    for (int g = 0; g < rows.length; g++) {
      for (SweptAxis axis : sweep.groups().get(g).axes()) {
        values.add(axis.path() + " " + axis.values().get(rows[g]).shown());
      }
    }
    return String.join(", ", values);
  }
}
