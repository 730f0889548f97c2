package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.data.Torus;

/** The data sets of the catalogue. */
final class DataEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry(
              "data",
              "torus",
              Torus.class,
              "points on a circle seen through cosines and sines: translation-invariant"));

  private DataEntries() {}
}
