package org.escapement.data;

/** No rows at all: stands where a data set may be missing. */
public record NoData() implements DataSet {

  @Override
  public Rows rows(Files files) {
    return Rows.written(0, new double[0], (i, values, from) -> {});
  }
}
