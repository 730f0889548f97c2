package org.escapement.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.escapement.model.Range;
import org.escapement.report.Numbers;
import org.escapement.study.Catalog;

/** Writes something of the catalogue as a job file could: with values that it accepts. */
final class Example {
  private static final String NUMBER = "a number";

  private Example() {}

  /** YAML in one line. */
  static String of(Catalog.Entry entry) {
    String parameters =
        entry.keys().stream()
            .map(key -> ", " + key.name() + ": " + value(entry, key))
            .collect(Collectors.joining());
    return "{ type: " + entry.name() + parameters + " }";
  }

  private static String value(Catalog.Entry entry, Catalog.Key key) {
    if (entry.name().equals("network") && key.name().equals("loss")) {
      return "squared"; // for targets of any kind
    }
    if (!key.standard().isEmpty()) {
      return key.standard();
    }
    if (entry.name().equals("piecewise")) {
      return key.name().equals("from") ? "[0, 1000]" : "[0.1, 0.01]";
    }
    return switch (key.type()) {
      case NUMBER -> number(key);
      case "a whole number" -> key.name().equals("points") ? "9" : "2";
      case "true or false" -> "true";
      case "a text" -> text(entry, key);
      case "a file" -> "path/to/" + key.name();
      case "a list, each of them a text" -> key.name().equals("variables") ? "[x]" : "[loss]";
      case "a list of numbers" -> "[" + number(key) + "]";
      case "a list of rows of numbers" -> "[[2.0, 0.5], [0.5, 1.0]]";
      case "a schedule" -> schedule(key);
      default -> part(key.type());
    };
  }

  /** A formula, a form of momentum, a column, or the dynamics that another is compared with. */
  private static String text(Catalog.Entry entry, Catalog.Key key) {
    return switch (key.name()) {
      case "formula" -> "x^2";
      case "form" -> "heavy-ball";
      default -> entry.kind().equals("data") ? "price" : Catalog.names("dynamics").get(0);
    };
  }

  /** Something inside: a domain of a complement, the noises of a sum. */
  private static String part(String type) {
    List<String> kinds = Catalog.kinds();
    String kind = kinds.stream().filter(type::endsWith).findFirst().orElse("");
    String one =
        Catalog.entries(kind).stream()
            .filter(entry -> !entry.keys().isEmpty())
            .findFirst()
            .map(Example::of)
            .orElse("");
    return type.startsWith("a list, each") ? "[" + one + "]" : one;
  }

  private static String schedule(Catalog.Key key) {
    if (key.range().endsWith("1)")) {
      return "0.9";
    }
    return key.range().startsWith("[1") ? number(key) : "0.1";
  }

  private static String number(Catalog.Key key) {
    if (key.name().equals("low")) {
      return "-1.0";
    }
    if (key.range().isEmpty()) {
      return "1.0";
    }
    Range range = Range.parse(key.range());
    for (double candidate : new double[] {1, 1.5, 0.5, 0.1, 10}) {
      if (range.contains(candidate)) {
        return candidate == Math.rint(candidate)
            ? Numbers.brief(candidate) + ".0"
            : Numbers.brief(candidate);
      }
    }
    return Numbers.brief((range.low() + range.high()) / 2);
  }
}
