package org.escapement.spark;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;

/** Data sets with the rows that the driver has read, on their way to the executors. */
record Delivery(HashMap<DataSet, Rows> rows) implements Serializable {

  /** Rows that are loaded here. */
  static Delivery of(Collection<DataSet> data) {
    HashMap<DataSet, Rows> rows = new HashMap<>();
    data.forEach(each -> rows.put(each, Loaded.rows(each)));
    return new Delivery(rows);
  }

  /** Puts them where the chunks of this JVM find them. */
  void unload() {
    for (Map.Entry<DataSet, Rows> entry : rows.entrySet()) {
      Loaded.take(entry.getKey(), entry.getValue());
    }
  }
}
