package org.escapement.study.job;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Parameter;
import org.escapement.model.Range;
import org.escapement.study.Catalog;

/** What a mapping in a job file must hold to become a record: its keys and how to make it. */
final class Shape {
  private final List<Key> keys;
  private final Constructor<?> constructor;

  /**
   * One key of the mapping: one component of the record.
   *
   * @param name in kebab-case
   * @param range that every number in it must lie in; empty for all finite numbers
   * @param interval the range as it is written
   * @param standard its value where the job file is silent, as YAML; empty where one is needed
   * @param description in one line
   */
  record Key(
      String name,
      Type type,
      Optional<Range> range,
      String interval,
      String standard,
      String description) {
    static Key of(RecordComponent component) {
      Parameter told = component.getAnnotation(Parameter.class);
      String interval = told == null ? "" : told.range();
      return new Key(
          Catalog.kebab(component.getName()),
          component.getGenericType(),
          interval.isEmpty() ? Optional.empty() : Optional.of(Range.parse(interval)),
          interval,
          told == null ? "" : told.standard(),
          told == null ? "" : description(told));
    }

    private static String description(Parameter told) {
      String unit = told.unit().isEmpty() ? "" : " (" + told.unit() + ")";
      String standard = told.standard().isEmpty() ? "" : "; if missing: " + told.standard();
      return told.value() + unit + standard;
    }

    /** Whether a list here may have no item. */
    boolean maybeEmpty() {
      return standard.equals("[]");
    }

    boolean isRequired() {
      return standard.isEmpty() && Types.raw(type) != Optional.class;
    }
  }

  private Shape(List<Key> keys, Constructor<?> constructor) {
    this.keys = keys;
    this.constructor = constructor;
  }

  static Shape of(Class<? extends Record> type) {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(Key.of(component));
    }
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Shape(List.copyOf(keys), constructor);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  List<Key> keys() {
    return keys;
  }

  List<String> names() {
    return keys.stream().map(Key::name).toList();
  }

  Optional<Key> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /**
   * The record.
   *
   * @throws IllegalArgumentException with the reason when the values do not fit together
   */
  Object make(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException wrong) {
      if (wrong.getCause() instanceof IllegalArgumentException reason) {
        throw reason;
      }
      throw new IllegalStateException(wrong.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
