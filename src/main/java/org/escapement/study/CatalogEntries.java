package org.escapement.study;

import java.util.List;
import org.escapement.theory.Prediction;

/**
 * What a jar adds to the catalogue. The jar is given by {@code --jars}; its class that implements
 * this, public and with a constructor without parameters, is named in the jar's {@code
 * META-INF/services/org.escapement.study.CatalogEntries}.
 *
 * <p>Cells that use an entry are named after what its jar holds, the code: with other code they are
 * other experiments, with other random numbers, and nothing that the old code computed is taken for
 * theirs. What a jar calls in another jar has no part in these names.
 */
public interface CatalogEntries {

  /**
   * What job files can name, each made by {@link Catalog#entry}. The records must be what {@link
   * org.escapement.model.Objective} and the other interfaces say: immutable, equal by value, with a
   * {@link org.escapement.model.Parameter} at each component.
   */
  List<Catalog.Entry> entries();

  /** What is to be evaluated beside the predictions that come with the program. */
  default List<Prediction> predictions() {
    return List.of();
  }
}
