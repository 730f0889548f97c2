package org.escapement.study.job;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.DataFile;
import org.escapement.estimate.FitLaw;
import org.escapement.model.Matrix;
import org.escapement.model.Schedule;
import org.escapement.model.Start;
import org.escapement.model.Vector;
import org.escapement.study.Catalog;
import org.escapement.study.Keep;

/** The pieces of the JSON Schema: what may stand at a key, by its type and range. */
final class SchemaParts {

  /** A number as the range has it. */
  record Decimal(String text) {}

  static Map<String, Object> object() {
    return new LinkedHashMap<>();
  }

  /** A mapping with these keys and no others. */
  Map<String, Object> mapping(List<Shape.Key> keys) {
    Map<String, Object> properties = object();
    keys.forEach(key -> properties.put(key.name(), described(key)));
    return mapping(
        properties, keys.stream().filter(Shape.Key::isRequired).map(Shape.Key::name).toList());
  }

  private static Map<String, Object> mapping(
      Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = object();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** Any one of a kind of the catalogue. */
  Map<String, Object> kind(String kind) {
    List<Object> choices = new ArrayList<>();
    for (Catalog.Entry entry : Catalog.entries(kind)) {
      Map<String, Object> word = object();
      word.put("description", entry.summary());
      word.put("const", entry.name());
      choices.addAll(record(entry, word));
    }
    return anyOf(choices);
  }

  private List<Object> record(Catalog.Entry entry, Map<String, Object> word) {
    Shape shape = Shape.of(entry.type());
    Map<String, Object> properties = object();
    List<String> required = new ArrayList<>(List.of("type"));
    properties.put("type", word);
    for (Shape.Key key : shape.keys()) {
      properties.put(key.name(), described(key));
      if (key.isRequired()) {
        required.add(key.name());
      }
    }
    Map<String, Object> mapping = mapping(properties, required);
    return required.size() == 1 ? List.of(word, mapping) : List.of(mapping);
  }

  private Map<String, Object> described(Shape.Key key) {
    Map<String, Object> schema = object();
    if (!key.description().isEmpty()) {
      schema.put("description", key.description());
    }
    schema.putAll(of(key.type(), key));
    return schema;
  }

  private Map<String, Object> of(Type type, Shape.Key key) {
    Class<?> raw = Types.raw(type);
    if (raw == Optional.class) {
      return of(Types.argument(type), key);
    }
    if (raw == List.class) {
      Map<String, Object> list = list(of(Types.argument(type), key));
      if (key.maybeEmpty()) {
        list.remove("minItems");
      }
      return list;
    }
    if (raw == Vector.class) {
      return anyOf(List.of(list(number("number", key)), number("number", key)));
    }
    if (raw == Start.class) {
      return anyOf(List.of(list(number("number", key)), number("number", key), reference("start")));
    }
    if (raw == Matrix.class) {
      return list(list(number("number", key)));
    }
    if (raw == Schedule.class) {
      return anyOf(List.of(number("number", key), reference("schedule")));
    }
    return Catalog.kindOf(raw).map(SchemaParts::reference).orElseGet(() -> single(raw, key));
  }

  private Map<String, Object> single(Class<?> type, Shape.Key key) {
    if (type == Keep.class) {
      return keep();
    }
    if (type == DataFile.class) {
      return anyOf(List.of(only("type", "string"), mapping(Shape.of(FileKeys.class).keys())));
    }
    if (type == FitKeys.class) {
      return mapping(Shape.of(FitKeys.class).keys());
    }
    if (type == FitLaw.class) {
      return only("enum", Arrays.stream(FitLaw.values()).map(FitLaw::word).toList());
    }
    if (type == Node.class) {
      return sweep();
    }
    if (type == Node.Mapping.class) {
      return only("type", "object");
    }
    if (type == Share.class) {
      return anyOf(List.of(number("number", key), only("pattern", "^[0-9.eE+-]+%$")));
    }
    if (type == String.class) {
      return only("type", "string");
    }
    if (type == boolean.class) {
      return only("type", "boolean");
    }
    return number(type == double.class || type == Double.class ? "number" : "integer", key);
  }

  private static Map<String, Object> number(String type, Shape.Key key) {
    Map<String, Object> schema = only("type", type);
    if (!key.interval().isEmpty()) {
      String interval = key.interval().strip();
      String[] ends = interval.substring(1, interval.length() - 1).split(",", 2);
      bound(schema, interval.startsWith("[") ? "minimum" : "exclusiveMinimum", ends[0].strip());
      bound(schema, interval.endsWith("]") ? "maximum" : "exclusiveMaximum", ends[1].strip());
    }
    return schema;
  }

  private static void bound(Map<String, Object> schema, String word, String end) {
    if (!end.endsWith("inf")) {
      schema.put(word, new Decimal(end));
    }
  }

  private static Map<String, Object> keep() {
    Map<String, Object> words = object();
    words.put("enum", List.of("all", "none"));
    Map<String, Object> count = only("type", "integer");
    count.put("minimum", 0L);
    Map<String, Object> properties = object();
    properties.put("exits", anyOf(List.of(words, count)));
    return mapping(properties, List.of());
  }

  private static Map<String, Object> sweep() {
    Map<String, Object> schema = only("type", "object");
    schema.put("minProperties", 1L);
    Map<String, Object> values = object();
    values.put("type", List.of("array", "object"));
    schema.put("additionalProperties", values);
    return schema;
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    Map<String, Object> schema = only("type", "array");
    schema.put("items", items);
    schema.put("minItems", 1L);
    return schema;
  }

  private static Map<String, Object> reference(String kind) {
    return only("$ref", "#/$defs/" + kind);
  }

  private static Map<String, Object> anyOf(List<Object> choices) {
    Map<String, Object> schema = object();
    schema.put("anyOf", choices);
    return schema;
  }

  private static Map<String, Object> only(String word, Object value) {
    Map<String, Object> schema = object();
    schema.put(word, value);
    return schema;
  }
}
