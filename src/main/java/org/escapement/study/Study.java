package org.escapement.study;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One question, ready to run: what a job file says once it is read, checked and swept.
 *
 * @param name of the job file, without folders and extension, '-' replaced by '_'
 * @param run 12 hex digits: short hash of the resolved job file
 * @param job the text of the job file, with what --set changed
 * @param trajectories at most so many in each cell
 * @param precision stop a cell early once the relative standard error of its mean is below this
 * @param commonRandomNumbers whether all cells see the same random numbers
 * @param references for each cell the number of the one that it is compared to, its own when to
 *     none; empty when nothing is compared
 * @param fits laws to be fitted along axes once all cells are known
 */
public record Study(
    String name,
    String run,
    String question,
    String job,
    long seed,
    long trajectories,
    OptionalDouble precision,
    Keep keep,
    boolean commonRandomNumbers,
    List<Axis> axes,
    List<Cell> cells,
    List<Integer> references,
    List<Fit> fits) {

  /** Whether no domain of any cell can be left. */
  public boolean isWithoutExits() {
    return !cells.isEmpty()
        && cells.stream()
            .map(Cell::experiment)
            .allMatch(e -> e.domain().sides(e.dimension()).isEmpty());
  }
}
