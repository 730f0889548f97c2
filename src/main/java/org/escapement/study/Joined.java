package org.escapement.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.escapement.theory.Prediction;

/** The program's own entries and predictions, and those that jars add to them. */
final class Joined {
  /** A jar whose list of classes cannot be read at all says so again for ever. */
  private static final int MOST_PROBLEMS = 20;

  private final List<Catalog.Entry> entries;
  private final List<Prediction> predictions;
  private final Map<String, Origin> predictedBy = new LinkedHashMap<>();
  private final List<Origin> origins = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private Joined(List<Catalog.Entry> own, List<Prediction> ownPredictions) {
    this.entries = new ArrayList<>(own);
    this.predictions = new ArrayList<>(ownPredictions);
  }

  /**
   * Joins to our own what a class loader finds; what is wrong is left out and told among the
   * problems.
   */
  static Joined of(List<Catalog.Entry> own, List<Prediction> ownPredictions, ClassLoader loader) {
    Joined joined = new Joined(own, ownPredictions);
    Iterator<CatalogEntries> found = ServiceLoader.load(CatalogEntries.class, loader).iterator();
    while (joined.problems.size() < MOST_PROBLEMS) {
      try {
        if (!found.hasNext()) {
          break;
        }
        joined.add(found.next());
      } catch (ServiceConfigurationError | LinkageError broken) {
        joined.problems.add(reason(broken));
      }
    }
    return joined;
  }

  private static String reason(Throwable broken) {
    String cause = broken.getCause() == null ? "" : ": " + broken.getCause();
    return broken instanceof ServiceConfigurationError ? broken.getMessage() + cause : "" + broken;
  }

  private void add(CatalogEntries jar) {
    Class<?> type = jar.getClass();
    try {
      Origin origin = Origin.of(type);
      remember(origin);
      jar.entries().forEach(this::add);
      jar.predictions().forEach(prediction -> add(prediction, origin));
    } catch (IOException | RuntimeException | LinkageError broken) {
      problems.add(Origin.name(type) + ": " + type.getName() + ": " + message(broken));
    }
  }

  private static String message(Throwable broken) {
    boolean plain = broken instanceof IllegalArgumentException && broken.getMessage() != null;
    return plain ? broken.getMessage() : broken.toString();
  }

  private void add(Catalog.Entry entry) {
    String what = Origin.name(entry.type()) + ": " + entry.kind() + " " + entry.name() + ": ";
    List<String> wrong = EntryCheck.problems(entry);
    taken(entry).ifPresent(wrong::add);
    wrong.forEach(problem -> problems.add(what + problem));
    if (wrong.isEmpty()) {
      try {
        Origin origin = Origin.of(entry.type());
        remember(origin);
        entries.add(entry.from(origin));
      } catch (IOException unreadable) {
        problems.add(what + unreadable.getMessage());
      }
    }
  }

  private Optional<String> taken(Catalog.Entry entry) {
    for (Catalog.Entry other : entries) {
      if (other.kind().equals(entry.kind()) && other.name().equals(entry.name())) {
        return Optional.of("the name is taken" + by(other.origin()));
      }
      if (other.type() == entry.type()) {
        String known = other.kind() + " " + other.name();
        return Optional.of(entry.type().getName() + " is known as " + known);
      }
    }
    return Optional.empty();
  }

  private void add(Prediction prediction, Origin origin) {
    List<String> wrong = EntryCheck.problems(prediction);
    if (predictions.stream().anyMatch(other -> other.name().equals(prediction.name()))) {
      wrong.add("the name is taken" + by(predictedBy(prediction.name())));
    }
    String what = origin.place() + ": prediction " + prediction.name() + ": ";
    wrong.forEach(problem -> problems.add(what + problem));
    if (wrong.isEmpty()) {
      predictions.add(prediction);
      predictedBy.put(prediction.name(), origin);
    }
  }

  private static String by(Optional<Origin> origin) {
    return origin.map(jar -> " by " + jar.place()).orElse("");
  }

  private void remember(Origin origin) {
    if (!origins.contains(origin)) {
      origins.add(origin);
    }
  }

  /** Our own first. */
  List<Catalog.Entry> entries() {
    return List.copyOf(entries);
  }

  /** Our own first. */
  List<Prediction> predictions() {
    return List.copyOf(predictions);
  }

  /** The jar of a prediction; empty when it is our own. */
  Optional<Origin> predictedBy(String name) {
    return Optional.ofNullable(predictedBy.get(name));
  }

  /** The jars that were joined, in the order in which they were found. */
  List<Origin> origins() {
    return List.copyOf(origins);
  }

  /** What is wrong with the jars, one sentence each. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
