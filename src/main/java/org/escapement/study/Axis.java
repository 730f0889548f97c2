package org.escapement.study;

import java.io.Serializable;

/**
 * A swept parameter.
 *
 * @param path in the job file, such as dynamics.step-size
 * @param column its name in the tables: the shortest unambiguous suffix of the path, in snake_case
 * @param type TEXT, LONG or DOUBLE
 */
public record Axis(String path, String column, Column.Type type) implements Serializable {}
