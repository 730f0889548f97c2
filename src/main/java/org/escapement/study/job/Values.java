package org.escapement.study.job;

import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.data.DataFile;
import org.escapement.dynamics.Constant;
import org.escapement.estimate.FitLaw;
import org.escapement.model.Matrix;
import org.escapement.model.Schedule;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.model.Words;
import org.escapement.study.Catalog;
import org.escapement.study.Keep;
import org.escapement.study.TypeWords;

/** Makes single values: numbers, words, vectors, matrices, and what the catalogue knows. */
final class Values {
  private final Binder binder;
  private final Problems problems;
  private final FileValues files;

  Values(Binder binder, Problems problems, FileValues files) {
    this.binder = binder;
    this.problems = problems;
    this.files = files;
  }

  /**
   * A value of a type; empty when it is wrong, which is reported.
   *
   * @param key of the component that the value belongs to: every number must lie in its range
   */
  Optional<Object> bind(Type type, Shape.Key key, Node node, String path) {
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      return bind(Types.argument(type), key, node, path).map(Optional::of);
    }
    if (raw == List.class) {
      return binder.list(Types.argument(type), key, node, path);
    }
    if (raw == Node.class) {
      return Optional.of(node);
    }
    if (raw == Node.Mapping.class) {
      return mapping(node, path);
    }
    if (raw == FitKeys.class) {
      return fit(node, path);
    }
    if (raw == DataFile.class) {
      return files.bind(node, path);
    }
    if (raw == Keep.class) {
      return keep(node, path);
    }
    return number(raw, key, node, path);
  }

  /** Numbers in any arrangement, and what the catalogue makes of them. */
  private Optional<Object> number(Class<?> raw, Shape.Key key, Node node, String path) {
    if (raw == Vector.class) {
      return vector(key, node, path).map(Vector::of);
    }
    if (raw == Matrix.class) {
      return matrix(key, node, path);
    }
    if (raw == Start.class && (node instanceof Node.Sequence || isNumberLike(node, "start"))) {
      return vector(key, node, path).map(at -> new StartAt(Vector.of(at)));
    }
    if (raw == Schedule.class && isNumberLike(node, "schedule")) {
      return scalar(Double.class, key, node, path).map(value -> new Constant((double) value));
    }
    Optional<String> kind = Catalog.kindOf(raw);
    return kind.isPresent()
        ? binder.catalogued(kind.get(), node, path)
        : scalar(raw, key, node, path);
  }

  /** Whether one number is meant where a kind may stand: a word could only be a type. */
  private static boolean isNumberLike(Node node, String kind) {
    return node instanceof Node.Scalar scalar
        && !scalar.isMissing()
        && Catalog.find(kind, scalar.text()).isEmpty();
  }

  private Optional<Object> scalar(Class<?> type, Shape.Key key, Node node, String path) {
    if (!(node instanceof Node.Scalar scalar) || scalar.isMissing()) {
      problems.add(
          node.at(), path + " must be " + TypeWords.of(type) + ", got " + node.described());
      return Optional.empty();
    }
    try {
      Object value = reader(type).apply(scalar);
      checkRange(value, key, scalar);
      return Optional.of(value);
    } catch (IllegalArgumentException wrong) {
      problems.add(node.at(), path + " " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private static Function<Node.Scalar, Object> reader(Class<?> type) {
    if (type == double.class || type == Double.class) {
      return Numbers::number;
    }
    if (type == long.class || type == Long.class) {
      return scalar -> Numbers.whole(scalar, Long.MAX_VALUE);
    }
    if (type == int.class || type == Integer.class) {
      return scalar -> (int) Numbers.whole(scalar, Integer.MAX_VALUE);
    }
    if (type == Share.class) {
      return scalar -> new Share(Numbers.share(scalar));
    }
    if (type == boolean.class) {
      return Values::truth;
    }
    if (type == String.class) {
      return Values::text;
    }
    if (type == FitLaw.class) {
      return Values::law;
    }
    throw new IllegalStateException("no job file can hold a " + type);
  }

  private static String text(Node.Scalar scalar) {
    if (scalar.text().isBlank()) {
      throw new IllegalArgumentException("must be a text, got an empty one");
    }
    return scalar.text().strip();
  }

  private static FitLaw law(Node.Scalar scalar) {
    List<String> known = Arrays.stream(FitLaw.values()).map(FitLaw::word).toList();
    int found = known.indexOf(scalar.text());
    if (found < 0) {
      throw new IllegalArgumentException(
          "must be a known law, got " + scalar.described() + Words.instead(scalar.text(), known));
    }
    return FitLaw.values()[found];
  }

  /** A mapping with what there is to say of one fit. */
  private Optional<Object> fit(Node node, String path) {
    if (node instanceof Node.Mapping mapping) {
      Shape shape = binder.shape(FitKeys.class);
      mapping
          .find("type")
          .ifPresent(
              type ->
                  problems.add(type.at(), Binder.unknownKey("type", shape.names(), path, "a fit")));
      return binder.record(shape, mapping, path, "a fit");
    }
    problems.add(
        node.at(),
        path + " must be a mapping with quantity, against and law, got " + node.described());
    return Optional.empty();
  }

  private static boolean truth(Node.Scalar scalar) {
    if (!scalar.text().equals("true") && !scalar.text().equals("false")) {
      throw new IllegalArgumentException("must be true or false, got " + scalar.described());
    }
    return scalar.text().equals("true");
  }

  private static void checkRange(Object value, Shape.Key key, Node.Scalar scalar) {
    double number = value instanceof Share share ? share.value() : asDouble(value);
    if (key.range().isPresent() && !Double.isNaN(number)) {
      if (!key.range().get().contains(number)) {
        throw new IllegalArgumentException(
            "must be in " + key.interval() + ", got " + scalar.shown());
      }
    }
  }

  /** NaN for what is no number. */
  private static double asDouble(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** A list of numbers; a number alone is a list of one. */
  private Optional<double[]> vector(Shape.Key key, Node node, String path) {
    if (node instanceof Node.Scalar scalar && !scalar.isMissing()) {
      return scalar(Double.class, key, node, path).map(value -> new double[] {(double) value});
    }
    if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      String got = node instanceof Node.Sequence ? "an empty list" : node.described();
      problems.add(node.at(), path + " must be a list of numbers, got " + got);
      return Optional.empty();
    }
    double[] numbers = new double[sequence.items().size()];
    boolean complete = true;
    for (int k = 0; k < numbers.length; k++) {
      Optional<Object> number =
          scalar(Double.class, key, sequence.items().get(k), Paths.join(path, "" + k));
      complete &= number.isPresent();
      numbers[k] = (double) number.orElse(0.0);
    }
    return complete ? Optional.of(numbers) : Optional.empty();
  }

  private Optional<Object> matrix(Shape.Key key, Node node, String path) {
    if (!(node instanceof Node.Sequence sequence) || sequence.items().isEmpty()) {
      String got = node instanceof Node.Sequence ? "an empty one" : node.described();
      problems.add(node.at(), path + " must be a list of rows, got " + got);
      return Optional.empty();
    }
    double[][] rows = new double[sequence.items().size()][];
    boolean complete = true;
    for (int i = 0; i < rows.length; i++) {
      Optional<double[]> row = vector(key, sequence.items().get(i), Paths.join(path, "" + i));
      complete &= row.isPresent();
      rows[i] = row.orElse(new double[0]);
    }
    try {
      return complete ? Optional.of(Matrix.of(rows)) : Optional.empty();
    } catch (IllegalArgumentException ragged) {
      problems.add(node.at(), path + ": " + ragged.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Object> mapping(Node node, String path) {
    if (!(node instanceof Node.Mapping)) {
      problems.add(node.at(), path + " must be a mapping, got " + node.described());
      return Optional.empty();
    }
    return Optional.of(node);
  }

  /** {exits: all | N | none}. */
  private Optional<Object> keep(Node node, String path) {
    if (!(node instanceof Node.Mapping mapping)) {
      problems.add(
          node.at(), path + " must be a mapping with the key exits, got " + node.described());
      return Optional.empty();
    }
    mapping.members().stream()
        .filter(member -> !member.key().equals("exits"))
        .forEach(
            member ->
                problems.add(
                    member.at(), Binder.unknownKey(member.key(), List.of("exits"), path, path)));
    Optional<Node> exits = mapping.value("exits");
    return exits.isPresent() ? keptExits(exits.get(), path) : Optional.of(new Keep(0));
  }

  private Optional<Object> keptExits(Node node, String path) {
    try {
      if (node instanceof Node.Scalar scalar) {
        long kept =
            switch (scalar.text()) {
              case "all" -> Long.MAX_VALUE;
              case "none" -> 0;
              default -> Numbers.whole(scalar, Long.MAX_VALUE);
            };
        if (kept >= 0) {
          return Optional.of(new Keep(kept));
        }
      }
    } catch (IllegalArgumentException notNumber) {
      // Said below, with the two words.
    }
    problems.add(
        node.at(),
        path + ".exits must be all, none or a whole number from 0, got " + node.described());
    return Optional.empty();
  }
}
