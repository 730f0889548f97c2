package org.escapement.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;

/**
 * Data sets with the rows that the driver has read, on their way to the executors: those that
 * others need to be made at all come before them.
 */
final class Delivery implements Serializable {
  private final ArrayList<Packed<Parcel>> parcels = new ArrayList<>();
  private transient boolean isUnloaded;

  /** One data set. */
  private record Parcel(DataSet data, Rows rows) implements Serializable {}

  private Delivery(List<Parcel> parcels) {
    parcels.forEach(parcel -> this.parcels.add(new Packed<>(parcel)));
  }

  /** Rows that are loaded here. */
  static Delivery of(Collection<DataSet> data) {
    return new Delivery(data.stream().map(each -> new Parcel(each, Loaded.rows(each))).toList());
  }

  /** Puts them where the chunks of this JVM find them, one after the other. */
  synchronized void unload() {
    if (!isUnloaded) {
      for (Packed<Parcel> packed : parcels) {
        Parcel parcel = packed.open();
        Loaded.take(parcel.data(), parcel.rows());
      }
      parcels.clear();
      isUnloaded = true;
    }
  }
}
