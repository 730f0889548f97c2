package org.escapement.study;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.data.DataFile;
import org.escapement.model.Matrix;
import org.escapement.model.Vector;

/** Says in words what a parameter takes, such as "a whole number". */
public final class TypeWords {
  private static final Set<Type> PLAIN =
      Set.of(
          double.class,
          Double.class,
          long.class,
          Long.class,
          int.class,
          Integer.class,
          boolean.class,
          String.class,
          Vector.class,
          Matrix.class,
          DataFile.class);

  private TypeWords() {}

  /** Whether a job file can hold a value of the type for a record of the catalogue. */
  static boolean isKnown(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == List.class && isKnown(generic.getActualTypeArguments()[0]);
    }
    return PLAIN.contains(type)
        || (type instanceof Class<?> one && Catalog.kindOf(one).isPresent());
  }

  /** What a value of the type is called. */
  public static String of(Type type) {
    if (type instanceof ParameterizedType generic) {
      String of = of(generic.getActualTypeArguments()[0]);
      boolean list = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
      return list ? "a list, each of them " + of : of;
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == DataFile.class) {
      return "a file";
    }
    if (type instanceof Class<?> known && known.isEnum()) {
      return "a word";
    }
    if (type == Vector.class) {
      return "a list of numbers";
    }
    if (type == Matrix.class) {
      return "a list of rows of numbers";
    }
    Optional<String> kind = Catalog.kindOf((Class<?>) type);
    return kind.isPresent() ? article(kind.get()) + kind.get() : "a number";
  }

  private static String article(String kind) {
    return switch (kind) {
      case "objective" -> "an ";
      case "dynamics", "noise", "data" -> "";
      case "start" -> "a list of numbers or a ";
      default -> "a ";
    };
  }
}
