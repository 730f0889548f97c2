package org.escapement.study.job;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Loaded;
import org.escapement.model.Words;
import org.escapement.study.Catalog;

/**
 * Makes records out of mappings: the word under {@code type} names the record in the {@link
 * Catalog}, the other keys are its components. Whatever is wrong is reported where it stands; what
 * is only wrong together is kept apart, because it may concern some cells of a sweep and not
 * others.
 */
final class Binder {
  private static final String TYPE = "type";

  private final Problems problems;
  private final Files files;
  private final Values values;
  private final Map<Class<?>, Shape> shapes = new HashMap<>();
  private final List<Complaint> complaints = new ArrayList<>();

  /**
   * @param files that data sets are read from
   */
  Binder(Problems problems, Files files) {
    this.problems = problems;
    this.files = files;
    this.values = new Values(this, problems, new FileValues(this, problems, files));
  }

  /**
   * A value of a component's type; empty when it is wrong, which is reported.
   *
   * @param path of the value, such as dynamics.momentum
   */
  Optional<Object> bind(Shape.Key key, Node node, String path) {
    return values.bind(key.type(), key, node, path);
  }

  /** What was right alone and wrong together since the last call. */
  List<Complaint> complaints() {
    List<Complaint> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  Shape shape(Class<? extends Record> type) {
    return shapes.computeIfAbsent(type, known -> Shape.of(type));
  }

  /** One of a kind of the catalogue: a mapping with a type, or a type alone. */
  Optional<Object> catalogued(String kind, Node node, String path) {
    Optional<Catalog.Entry> entry = entry(kind, node, path);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Node.Mapping mapping =
        node instanceof Node.Mapping written ? written : new Node.Mapping(node.at(), List.of());
    return record(shape(entry.get().type()), mapping, path, entry.get().name());
  }

  private Optional<Catalog.Entry> entry(String kind, Node node, String path) {
    Node word = node;
    if (node instanceof Node.Mapping mapping) {
      Optional<Node> type = mapping.value(TYPE);
      if (type.isEmpty()) {
        problems.add(
            node.at(),
            Paths.join(path, TYPE)
                + " is missing; known: "
                + String.join(", ", Catalog.names(kind)));
        return Optional.empty();
      }
      word = type.get();
    }
    if (!(word instanceof Node.Scalar scalar) || scalar.isMissing()) {
      String what = word == node ? path : Paths.join(path, TYPE);
      String expected = word == node ? "a mapping with a type" : "a word";
      problems.add(word.at(), what + " must be " + expected + ", got " + word.described());
      return Optional.empty();
    }
    Optional<Catalog.Entry> entry = Catalog.find(kind, scalar.text());
    if (entry.isEmpty()) {
      String instead = Words.instead(scalar.text(), Catalog.names(kind));
      problems.add(word.at(), path + ": unknown " + kind + " " + scalar.shown() + instead);
    }
    return entry;
  }

  /**
   * A record out of its keys.
   *
   * @param name of the record in messages
   */
  Optional<Object> record(Shape shape, Node.Mapping mapping, String path, String name) {
    List<String> known = shape.names();
    reportUnknownKeys(known, mapping, path, name);
    Object[] made = new Object[shape.keys().size()];
    boolean complete = true;
    for (int i = 0; i < made.length; i++) {
      Optional<Object> value = component(shape.keys().get(i), mapping, path);
      complete &= value.isPresent();
      made[i] = value.orElse(null);
    }
    return complete ? make(shape, made, mapping, path) : Optional.empty();
  }

  /** Says which keys of a mapping nobody reads. */
  void reportUnknownKeys(List<String> known, Node.Mapping mapping, String path, String owner) {
    for (Node.Member member : mapping.members()) {
      boolean isType = !path.isEmpty() && member.key().equals(TYPE);
      if (!isType && !known.contains(member.key())) {
        problems.add(member.at(), unknownKey(member.key(), known, path, owner));
      }
    }
  }

  /** What to say of a key that a mapping must not have. */
  static String unknownKey(String key, List<String> known, String path, String owner) {
    String instead = known.isEmpty() ? "; it has none" : Words.instead(key, known);
    return "unknown key " + Paths.join(path, key) + " of " + owner + instead;
  }

  /** The value of one key, or its standard where the mapping is silent. */
  Optional<Object> component(Shape.Key key, Node.Mapping mapping, String path) {
    String here = Paths.join(path, key.name());
    Optional<Node> written = mapping.value(key.name());
    if (written.isPresent()) {
      return bind(key, written.get(), here);
    }
    if (key.isRequired()) {
      problems.add(mapping.at(), here + " is missing");
      return Optional.empty();
    }
    if (key.standard().isEmpty()) {
      return Optional.of(Optional.empty());
    }
    return bind(key, standard(key), here);
  }

  private static Node standard(Shape.Key key) {
    Problems none = new Problems();
    Node node = YamlReader.option(key.name(), key.standard(), none).orElseThrow();
    none.throwIfAny();
    return node;
  }

  /** Makes the record; what its constructor has to say is put where it belongs. */
  private Optional<Object> make(Shape shape, Object[] made, Node.Mapping mapping, String path) {
    try {
      Object value = shape.make(made);
      if (value instanceof DataSet data) {
        Loaded.load(data, files);
      }
      return Optional.of(value);
    } catch (IllegalArgumentException wrong) {
      String message = wrong.getMessage();
      for (Shape.Key key : shape.keys()) {
        if (message.matches("\\Q" + key.name() + "\\E[^-a-z0-9].*")) {
          Position at = mapping.value(key.name()).map(Node::at).orElse(mapping.at());
          complaints.add(new Complaint(at, Paths.join(path, message)));
          return Optional.empty();
        }
      }
      complaints.add(new Complaint(mapping.at(), path + ": " + message));
      return Optional.empty();
    }
  }

  /** A list of values of one type, not empty but where that is the standard. */
  Optional<Object> list(Type type, Shape.Key key, Node node, String path) {
    if (!(node instanceof Node.Sequence sequence)
        || sequence.items().isEmpty() && !key.maybeEmpty()) {
      String got = node instanceof Node.Sequence ? "an empty one" : node.described();
      problems.add(node.at(), path + " must be a list, got " + got);
      return Optional.empty();
    }
    List<Object> made = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Optional<Object> item =
          values.bind(type, key, sequence.items().get(i), Paths.join(path, String.valueOf(i)));
      item.ifPresent(made::add);
    }
    return made.size() == sequence.items().size()
        ? Optional.of(List.copyOf(made))
        : Optional.empty();
  }
}
