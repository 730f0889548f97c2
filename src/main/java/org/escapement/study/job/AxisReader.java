package org.escapement.study.job;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.escapement.model.Parameter;

/**
 * Reads the values of an axis: a list, {values: [...]}, or {geometric: {from, to, points}} and
 * {linear: ...} alike.
 */
final class AxisReader {
  private static final List<String> FORMS = List.of("values", "geometric", "linear");

  private final Binder binder;
  private final Problems problems;
  private final Predicate<String> isWhole;

  /**
   * @param isWhole whether a path holds a whole number
   */
  AxisReader(Binder binder, Problems problems, Predicate<String> isWhole) {
    this.binder = binder;
    this.problems = problems;
    this.isWhole = isWhole;
  }

  /** What stands under {@code geometric} and {@code linear}. */
  private record Steps(
      @Parameter("First value") double from,
      @Parameter("Last value") double to,
      @Parameter(value = "How many values, both ends included", range = "[1, 1000000]")
          int points) {}

  /** The values; none when they are wrong, which is reported. */
  List<Node> values(Node.Member axis) {
    return axis.value() instanceof Node.Mapping mapping
        ? form(axis, mapping)
        : list(axis.value(), axis);
  }

  private List<Node> form(Node.Member axis, Node.Mapping mapping) {
    if (mapping.members().size() != 1) {
      problems.add(
          mapping.at(),
          "sweep." + axis.key() + " must have one of the keys " + String.join(", ", FORMS));
      return List.of();
    }
    Node.Member form = mapping.members().get(0);
    return switch (form.key()) {
      case "values" -> list(form.value(), axis);
      case "geometric", "linear" -> steps(axis, form);
      default -> {
        String owner = "sweep." + axis.key();
        problems.add(form.at(), Binder.unknownKey(form.key(), FORMS, owner, "an axis"));
        yield List.of();
      }
    };
  }

  private List<Node> list(Node node, Node.Member axis) {
    String path = "sweep." + axis.key();
    if (node instanceof Node.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        problems.add(node.at(), path + " has no values");
      }
      return sequence.items();
    }
    problems.add(node.at(), path + " must be a list of values, got " + node.described());
    return List.of();
  }

  private List<Node> steps(Node.Member axis, Node.Member form) {
    String path = Paths.join("sweep." + axis.key(), form.key());
    if (!(form.value() instanceof Node.Mapping mapping)) {
      problems.add(
          form.value().at(),
          path + " must be a mapping with from, to and points, got " + form.value().described());
      return List.of();
    }
    Optional<Object> bound = binder.record(binder.shape(Steps.class), mapping, path, form.key());
    if (bound.isEmpty()) {
      return List.of();
    }
    Steps steps = (Steps) bound.get();
    boolean geometric = form.key().equals("geometric");
    if (geometric && !(steps.from() * Math.signum(steps.to()) > 0)) {
      problems.add(
          mapping.at(), path + " must go from and to numbers of the same sign, neither of them 0");
      return List.of();
    }
    Spacing spacing =
        new Spacing(
            (Node.Scalar) mapping.value("from").orElseThrow(),
            (Node.Scalar) mapping.value("to").orElseThrow(),
            steps.points(),
            isWhole.test(axis.key()));
    return geometric ? spacing.geometric() : spacing.linear();
  }

  /** The same for two ways to write the same. */
  static String meaning(Node node) {
    if (node instanceof Node.Scalar scalar && !scalar.quoted()) {
      try {
        return "number " + Long.toHexString(Double.doubleToLongBits(Numbers.number(scalar)));
      } catch (IllegalArgumentException notNumber) {
        return "word " + scalar.text();
      }
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(AxisReader::meaning).toList().toString();
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.members().stream()
          .map(member -> member.key() + ": " + meaning(member.value()))
          .sorted()
          .toList()
          .toString();
    }
    return "text " + node.shown();
  }
}
