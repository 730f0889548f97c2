package org.escapement.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A formula as a tree, without a trace of how it was written. Immutable; equal by value. */
sealed interface Term {

  /** A number. */
  record Literal(double value) implements Term {}

  /**
   * A number with a name, kept apart from other numbers so that an angle of {@code 2*pi*x} is known
   * to be x turns.
   */
  enum Constant implements Term {
    PI(Math.PI),
    E(Math.E);

    final double value;

    Constant(double value) {
      this.value = value;
    }

    /** How it is written. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name. */
    static Optional<Constant> named(String word) {
      return Arrays.stream(values()).filter(constant -> constant.word().equals(word)).findFirst();
    }

    /** All their names. */
    static List<String> words() {
      return Arrays.stream(values()).map(Constant::word).toList();
    }
  }

  /** One of the variables, counted from 0. */
  record Variable(int index) implements Term {}

  /** -u. */
  record Negative(Term of) implements Term {}

  /** left + right, and so on. */
  record Binary(Operator operator, Term left, Term right) implements Term {}

  /** f(u). */
  record Call(Function function, Term of) implements Term {}

  /** What stands between two terms. */
  enum Operator {
    PLUS('+', 1),
    MINUS('-', 1),
    TIMES('*', 2),
    DIVIDED('/', 2),
    POWER('^', 4);

    final char sign;

    /** The larger, the more tightly it binds; the sign of -u has 3. */
    final int binding;

    Operator(char sign, int binding) {
      this.sign = sign;
      this.binding = binding;
    }

    /** The operator of a sign, which must be one. */
    static Operator of(char sign) {
      return Arrays.stream(values()).filter(o -> o.sign == sign).findFirst().orElseThrow();
    }
  }
}
