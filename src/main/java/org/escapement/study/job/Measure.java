package org.escapement.study.job;

import org.escapement.study.Catalog;

/** The word of something to measure. */
record Measure(String word) {

  /**
   * The word if the catalogue knows it.
   *
   * @throws IllegalArgumentException with what follows the name of the place otherwise
   */
  static Measure of(Node.Scalar scalar) {
    if (Catalog.find("measure", scalar.text()).isEmpty()) {
      throw new IllegalArgumentException(
          "must be a known measure, got "
              + scalar.described()
              + Words.instead(scalar.text(), Catalog.names("measure")));
    }
    return new Measure(scalar.text());
  }
}
