package org.escapement.study.job;

/**
 * Where in the input a piece of text stands.
 *
 * @param source the file as the user named it, or the whole option for a value of --set
 * @param line from 1; 0 when the source has no lines
 * @param column from 1, in characters; 0 when the source has no lines
 */
record Position(String source, int line, int column) {

  /** A source as a whole. */
  static Position whole(String source) {
    return new Position(source, 0, 0);
  }

  Problem problem(String message) {
    return new Problem(source, line, column, message);
  }
}
