package org.escapement.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.study.Catalog;
import org.escapement.study.Origin;
import org.escapement.study.PredictionEntries;
import org.escapement.theory.Prediction;

/**
 * Something that {@code escapement list} shows.
 *
 * @param summary what it is, in one line
 * @param details everything about it, lines ended by line feeds
 */
record Listed(String name, String summary, String details) {
  private static final String PREDICTION = "prediction";

  /** All kinds, those of job files first. */
  static List<String> kinds() {
    List<String> kinds = new ArrayList<>(Catalog.kinds());
    kinds.add(PREDICTION);
    return kinds;
  }

  /** All of a kind. */
  static List<Listed> of(String kind) {
    return kind.equals(PREDICTION)
        ? PredictionEntries.all().stream().map(Listed::of).toList()
        : Catalog.entries(kind).stream().map(Listed::of).toList();
  }

  private static Listed of(Catalog.Entry entry) {
    StringBuilder text = new StringBuilder();
    text.append(entry.kind()).append(' ').append(entry.name()).append('\n');
    text.append("  ").append(entry.summary()).append("\n").append(from(entry.origin()));
    if (!entry.keys().isEmpty()) {
      text.append('\n').append(parameters(entry.keys()));
    }
    String details = text + "\nIn a job file:\n" + snippet(entry);
    return new Listed(entry.name(), summary(entry.summary(), entry.origin()), details);
  }

  private static String summary(String summary, Optional<Origin> origin) {
    return summary + origin.map(jar -> " (from " + jar.place() + ")").orElse("");
  }

  private static String from(Optional<Origin> origin) {
    return origin
        .map(jar -> "  from " + jar.place() + ", sha256 " + jar.sha256() + "\n")
        .orElse("");
  }

  private static String snippet(Catalog.Entry entry) {
    String example = Example.of(entry);
    return switch (entry.kind()) {
      case "measure" -> "  measure: [" + example + "]\n";
      case "when" -> "  measure: [{ type: moments, of: [loss], at: " + example + " }]\n";
      case "schedule" -> "  dynamics: { type: sgd, step-size: " + example + " }\n";
      case "data" -> "  objective: { type: least-squares, data: " + example + " }\n";
      case "kernel" ->
          "  objective: { type: least-squares, data: { type: kernel, of: %s, kernel: %s } }\n"
              .formatted(Example.of(Catalog.entries("data").get(0)), example);
      case "spectrum" -> "  objective: { type: linear-regression, spectrum: " + example + " }\n";
      default -> "  " + entry.kind() + ": " + example + "\n";
    };
  }

  private static TextTable parameters(List<Catalog.Key> keys) {
    TextTable table =
        new TextTable(
            List.of("<", "<parameter", "<type", "<unit", "<range", "<default", "<meaning"));
    for (Catalog.Key key : keys) {
      table.row(
          List.of(
              "", key.name(), key.type(), key.unit(), key.range(), key.standard(), key.meaning()));
    }
    return table;
  }

  private static Listed of(Prediction prediction) {
    TextTable table =
        new TextTable(List.of("<", "<", "<"))
            .row(List.of("", "kind", prediction.kind().word()))
            .row(List.of("", "holds", prediction.validity()))
            .row(List.of("", "source", prediction.source()));
    Optional<Origin> origin = Catalog.predictedBy(prediction.name());
    String heading = PREDICTION + " " + prediction.name() + "\n  " + prediction.summary() + "\n";
    return new Listed(
        prediction.name(),
        summary(prediction.summary(), origin),
        heading + from(origin) + "\n" + table);
  }
}
