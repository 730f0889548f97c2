package org.escapement.study;

import java.io.Serializable;

/**
 * A column of a table.
 *
 * @param name in snake_case
 * @param comment unit and meaning
 */
public record Column(String name, Type type, String comment) implements Serializable {

  /** What a column holds; every one may be NULL, none is ever NaN. */
  public enum Type {
    /** {@code String}. */
    TEXT,
    /** {@code Long}. */
    LONG,
    /** {@code Double}, finite or infinite, never NaN. */
    DOUBLE,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code byte[]}. */
    BINARY,
    /** {@code java.time.Instant}, to the microsecond. */
    TIMESTAMP,
    /** {@code double[]}: a position. */
    DOUBLES
  }
}
