package org.escapement.data;

import java.util.Arrays;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/** Another data set with targets +1 for the rows of one class and -1 for all others. */
public record OneAgainstRest(
    @Parameter("The data set") DataSet of,
    @Parameter("Target of the rows that get +1") double positive)
    implements DataSet {

  /** Checks the number. */
  public OneAgainstRest {
    Check.finite(positive, "positive");
  }

  @Override
  public boolean isRead() {
    return of.isRead();
  }

  @Override
  public Rows rows(Files files) {
    Rows all = Loaded.load(of, files);
    double[] targets = Arrays.stream(all.targets()).map(y -> y == positive ? 1 : -1).toArray();
    double found = Arrays.stream(targets).filter(y -> y > 0).count();
    if (found == 0 || found == targets.length) {
      throw new IllegalArgumentException(
          "positive must be the target of some rows, not of %s, got %s"
              .formatted(found == 0 ? "none" : "all", positive));
    }
    return Rows.written(
        all.dimension(), targets, (i, values, from) -> all.copyRow(i, values, from));
  }
}
