package org.escapement.study;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * What a run leaves behind.
 *
 * @param tables all but {@code exits}, in the order they are listed in the documentation
 * @param failedCells how many cells have a chunk that threw
 */
public record StudyResult(Study study, List<Table> tables, int failedCells) {

  /** The table of that name. */
  public Table table(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no table " + name));
  }
}
