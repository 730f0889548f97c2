package org.escapement.spark;

import java.util.Iterator;
import java.util.List;

/**
 * What a query gave.
 *
 * @param columns their names
 * @param rows to be read once, fetched as they are read; each value is null, String, Boolean,
 *     Number, byte[], java.time.Instant, LocalDate, a List, or something that prints itself
 */
public record SqlResult(List<String> columns, Iterator<List<Object>> rows) {}
