package org.escapement.study.job;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.model.Matrix;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.study.Catalog;
import org.escapement.study.Column;
import org.escapement.study.Keep;

/**
 * The paths that exist in a job file, such as dynamics.momentum or start.0: what is written and
 * what could be.
 */
final class Paths {
  private final Binder binder;
  private final Map<String, Column.Type> known = new LinkedHashMap<>();

  private Paths(Binder binder) {
    this.binder = binder;
  }

  /** Path to the type of a single value there; TEXT also for what has parts. */
  static Map<String, Column.Type> of(Node.Mapping job, Binder binder) {
    Paths paths = new Paths(binder);
    paths.keys(Job.KEYS, job, "");
    return paths.known;
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Whether a path is the other or lies inside it. */
  static boolean isInside(String path, String other) {
    return path.equals(other) || path.startsWith(other + ".");
  }

  /** A document with another value at a path; missing mappings on the way are added. */
  static Node with(Node node, String path, Node value) {
    int dot = path.indexOf('.');
    String key = dot < 0 ? path : path.substring(0, dot);
    String rest = dot < 0 ? "" : path.substring(dot + 1);
    if (node instanceof Node.Sequence sequence) {
      int index = Integer.parseInt(key);
      Node item = rest.isEmpty() ? value : with(sequence.items().get(index), rest, value);
      return sequence.with(index, item);
    }
    Node.Mapping mapping = (Node.Mapping) node;
    return mapping.with(
        key, rest.isEmpty() ? value : with(inner(mapping, key, value), rest, value));
  }

  private static Node inner(Node.Mapping mapping, String key, Node value) {
    return mapping.value(key).orElseGet(() -> new Node.Mapping(value.at(), List.of()));
  }

  private void keys(List<Shape.Key> keys, Node.Mapping mapping, String path) {
    for (Shape.Key key : keys) {
      Optional<Node> value = mapping.value(key.name());
      String here = join(path, key.name());
      if (value.isPresent()) {
        value(key.type(), value.get(), here);
      } else {
        known.put(here, column(key.type()));
      }
      if (key.type() == Keep.class) {
        known.put(join(here, "exits"), Column.Type.TEXT);
      }
    }
  }

  private void value(Type type, Node node, String path) {
    Class<?> raw = Types.raw(type);
    known.put(path, column(type));
    if (node instanceof Node.Mapping mapping) {
      Catalog.kindOf(raw).ifPresent(kind -> catalogued(kind, mapping, path));
    } else if (node instanceof Node.Sequence sequence) {
      Type item = itemType(type);
      for (int i = 0; i < sequence.items().size(); i++) {
        value(item, sequence.items().get(i), join(path, String.valueOf(i)));
      }
    }
  }

  private static Type itemType(Type type) {
    Class<?> raw = Types.raw(type);
    if (raw == Matrix.class) {
      return Vector.class;
    }
    return raw == List.class ? Types.argument(type) : double.class;
  }

  private void catalogued(String kind, Node.Mapping mapping, String path) {
    Optional<Node> type = mapping.value("type");
    if (type.isPresent() && type.get() instanceof Node.Scalar word) {
      known.put(join(path, "type"), Column.Type.TEXT);
      Optional<Class<? extends Record>> record =
          Catalog.find(kind, word.text()).map(Catalog.Entry::type);
      if (record.isPresent()) {
        keys(binder.shape(record.get()).keys(), mapping, path);
      } else {
        mapping.members().forEach(member -> known.put(join(path, member.key()), Column.Type.TEXT));
      }
    }
  }

  private static Column.Type column(Type type) {
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      return column(Types.argument(type));
    }
    if (raw == long.class || raw == int.class) {
      return Column.Type.LONG;
    }
    boolean number =
        raw == double.class || raw == Double.class || raw == Vector.class || raw == Schedule.class;
    return number ? Column.Type.DOUBLE : Column.Type.TEXT;
  }
}
