package org.escapement.measure;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.Summary;

/**
 * All that was measured of some trajectories of a cell.
 *
 * @param exits how they ended
 * @param others the summary of each measure, in the order of the job file
 */
public record Findings(ExitSummary exits, List<Summary<?>> others) implements Summary<Findings> {

  @Override
  public Findings merge(Findings other) {
    List<Summary<?>> merged = new ArrayList<>();
    for (int k = 0; k < others.size(); k++) {
      merged.add(merge(others.get(k), other.others.get(k)));
    }
    return new Findings(exits.merge(other.exits), merged);
  }

  /** Both are of the same measure and so of the same type. */
  @SuppressWarnings("unchecked")
  private static <S extends Summary<S>> Summary<?> merge(Summary<?> mine, Summary<?> theirs) {
    return ((S) mine).merge((S) theirs);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    exits.write(out);
    for (Summary<?> other : others) {
      other.write(out);
    }
  }
}
