package org.escapement.expression;

/**
 * A piece of a formula.
 *
 * @param text as it is written; empty at the end
 * @param column where it begins, counted from 1
 * @param value of a number; NaN for all else
 */
record Token(Kind kind, String text, int column, double value) {

  /** What a piece can be. */
  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  boolean is(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  /** For messages. */
  String shown() {
    return kind == Kind.END ? "the end" : text;
  }
}
