package org.escapement.cli;

import java.util.ArrayList;
import java.util.List;
import org.escapement.study.Catalog;
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
    text.append("  ").append(entry.summary()).append("\n");
    if (!entry.keys().isEmpty()) {
      text.append('\n').append(parameters(entry.keys()));
    }
    return new Listed(entry.name(), entry.summary(), text + "\nIn a job file:\n" + snippet(entry));
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
    String heading = PREDICTION + " " + prediction.name() + "\n  " + prediction.summary() + "\n\n";
    return new Listed(prediction.name(), prediction.summary(), heading + table);
  }
}
