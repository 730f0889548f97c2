package org.escapement.study.job;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads types of record components such as {@code List<Noise>}. */
final class Types {
  private Types() {}

  /** List for {@code List<Noise>}. */
  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  /** Noise for {@code List<Noise>}. */
  static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}
