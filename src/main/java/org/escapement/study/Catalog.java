package org.escapement.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.data.DataSet;
import org.escapement.data.Kernel;
import org.escapement.data.Spectrum;
import org.escapement.measure.Measure;
import org.escapement.measure.When;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Start;
import org.escapement.theory.Prediction;

/**
 * All that a job file can name: word to record, kind by kind. A new objective, noise, dynamics,
 * schedule, domain or measure is one line in the list of its kind, or comes in a jar: see {@link
 * CatalogEntries}. It is made once for a JVM, with the jars that the class loader of its first
 * caller knows.
 */
public final class Catalog {
  private static final Map<Class<?>, String> KINDS =
      Map.ofEntries(
          Map.entry(Objective.class, "objective"),
          Map.entry(DataSet.class, "data"),
          Map.entry(Kernel.class, "kernel"),
          Map.entry(Spectrum.class, "spectrum"),
          Map.entry(Noise.class, "noise"),
          Map.entry(Dynamics.class, "dynamics"),
          Map.entry(Schedule.class, "schedule"),
          Map.entry(Start.class, "start"),
          Map.entry(Domain.class, "domain"),
          Map.entry(Monitoring.class, "monitoring"),
          Map.entry(Measure.class, "measure"),
          Map.entry(When.class, "when"));

  private static final List<Entry> OWN =
      Stream.of(
              ObjectiveEntries.ALL,
              DataEntries.ALL,
              FileDataEntries.ALL,
              NoiseEntries.ALL,
              DynamicsEntries.ALL,
              StartEntries.ALL,
              DomainEntries.ALL,
              MeasureEntries.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Joined JOINED =
      Joined.of(OWN, PredictionEntries.OWN, Thread.currentThread().getContextClassLoader());

  private static final List<Entry> ENTRIES = JOINED.entries();

  private static final Map<String, Map<String, Entry>> BY_KIND = byKind();

  private Catalog() {}

  /**
   * Something with a name.
   *
   * @param kind such as "noise"
   * @param name the word under {@code type} in a job file
   * @param summary what it is, in one line
   * @param keys its parameters, in their order
   * @param type the record
   * @param origin the jar that it is from; empty for our own
   */
  public record Entry(
      String kind,
      String name,
      String summary,
      List<Key> keys,
      Class<? extends Record> type,
      Optional<Origin> origin) {

    /** The same, known to be from a jar. */
    Entry from(Origin jar) {
      return new Entry(kind, name, summary, keys, type, Optional.of(jar));
    }

    /** The name; of what is from a jar also what that holds, since its code may change. */
    public String identity() {
      return name + origin.map(jar -> "@sha256:" + jar.sha256()).orElse("");
    }
  }

  /**
   * A parameter.
   *
   * @param name its key in a job file
   * @param type such as "a number" or "a list of numbers"
   * @param unit such as "length"; empty for a pure number
   * @param range the interval of every number in it; empty for all finite numbers
   * @param standard the value where the job file is silent, as YAML; empty where one is needed
   * @param meaning one sentence
   */
  public record Key(
      String name, String type, String unit, String range, String standard, String meaning) {}

  private static Map<String, Map<String, Entry>> byKind() {
    Map<String, Map<String, Entry>> kinds = new LinkedHashMap<>();
    for (Entry entry : ENTRIES) {
      kinds.computeIfAbsent(entry.kind(), kind -> new LinkedHashMap<>()).put(entry.name(), entry);
    }
    return Collections.unmodifiableMap(kinds);
  }

  /** The kinds of things, in the order of the experiment. */
  public static List<String> kinds() {
    return List.copyOf(BY_KIND.keySet());
  }

  /** All of a kind; none for a word that is no kind. */
  public static List<Entry> entries(String kind) {
    return List.copyOf(BY_KIND.getOrDefault(kind, Map.of()).values());
  }

  /** The words of a kind. */
  public static List<String> names(String kind) {
    return List.copyOf(BY_KIND.getOrDefault(kind, Map.of()).keySet());
  }

  /** The one of a kind with this name. */
  public static Optional<Entry> find(String kind, String name) {
    return Optional.ofNullable(BY_KIND.getOrDefault(kind, Map.of()).get(name));
  }

  /** The kind whose members implement this interface. */
  public static Optional<String> kindOf(Class<?> type) {
    return Optional.ofNullable(KINDS.get(type));
  }

  /** The interface of a kind; empty for a word that is no kind. */
  static Optional<Class<?>> interfaceOf(String kind) {
    return KINDS.entrySet().stream()
        .filter(known -> known.getValue().equals(kind))
        .<Class<?>>map(Map.Entry::getKey)
        .findFirst();
  }

  /** All kinds by name, in a sentence. */
  static String everyKind() {
    return KINDS.values().stream().sorted().collect(Collectors.joining(", "));
  }

  /** The word of a record of the catalogue; empty for any other. */
  public static Optional<String> word(Class<?> type) {
    return find(type).map(Entry::name);
  }

  /** The one whose record this is; empty for any other class. */
  public static Optional<Entry> find(Class<?> type) {
    return ENTRIES.stream().filter(entry -> entry.type() == type).findFirst();
  }

  /** All predictions, our own first; see {@link PredictionEntries}. */
  static List<Prediction> predictions() {
    return JOINED.predictions();
  }

  /** The jar of a prediction; empty when it is our own. */
  public static Optional<Origin> predictedBy(String name) {
    return JOINED.predictedBy(name);
  }

  /** The jars that were joined. */
  public static List<Origin> jars() {
    return JOINED.origins();
  }

  /** What is wrong with jars, one sentence each; what they refer to is not in the catalogue. */
  public static List<String> problems() {
    return JOINED.problems();
  }

  /** The parameters of a record, in their order. */
  public static List<Key> keys(Class<? extends Record> type) {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(key(component));
    }
    return List.copyOf(keys);
  }

  /** Kebab-case: halfWidth and HalfWidth become half-width. */
  public static String kebab(String name) {
    return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /**
   * A line of the catalogue.
   *
   * @param kind such as "objective"
   * @param name the word for job files, in kebab-case
   * @param type the record; its components, in kebab-case, are the keys in job files
   * @param summary what it is, in one line
   */
  public static Entry entry(
      String kind, String name, Class<? extends Record> type, String summary) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          kind + " " + name + ": " + type.getName() + " is not a record");
    }
    return new Entry(kind, name, summary, keys(type), type, Optional.empty());
  }

  private static Key key(RecordComponent component) {
    Parameter told = component.getAnnotation(Parameter.class);
    String name = kebab(component.getName());
    String type = TypeWords.of(component.getGenericType());
    return told == null
        ? new Key(name, type, "", "", "", "")
        : new Key(name, type, told.unit(), told.range(), told.standard(), told.value());
  }
}
