package org.escapement.data;

import java.util.Arrays;
import org.escapement.model.Parameter;

/** Another data set with targets +1 where they were positive or zero, and -1 elsewhere. */
public record Signs(@Parameter("The data set") DataSet of) implements DataSet {

  @Override
  public boolean isRead() {
    return of.isRead();
  }

  @Override
  public Rows rows(Files files) {
    Rows all = Loaded.load(of, files);
    return Rows.written(
        all.dimension(),
        Arrays.stream(all.targets()).map(y -> y >= 0 ? 1 : -1).toArray(),
        (i, values, from) -> all.copyRow(i, values, from));
  }
}
