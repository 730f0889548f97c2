package org.escapement.study.job;

import java.util.List;

/**
 * The values that a sweep puts in one place.
 *
 * @param path of the place
 * @param at where the path stands in the sweep
 * @param values at least one
 */
record SweptAxis(String path, Position at, List<Node> values) {

  /** The part of the experiment that it changes, such as dynamics. */
  String part() {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
