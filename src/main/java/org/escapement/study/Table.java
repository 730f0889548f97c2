package org.escapement.study;

import java.util.List;

/**
 * A table of a run: rows in a fixed order, {@code row[j]} of the Java type that {@code
 * columns.get(j).type()} names, or null.
 */
public record Table(String name, List<Column> columns, List<Object[]> rows) {}
