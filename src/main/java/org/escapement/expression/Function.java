package org.escapement.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that a formula may use. */
enum Function {
  SIN,
  COS,
  TAN,
  EXP,
  LOG,
  SQRT,
  ABS,
  /** -1, 0 or 1: the slope of the absolute value. */
  SIGN,
  SINH,
  COSH,
  TANH;

  /** How it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The function of that name. */
  static Optional<Function> named(String word) {
    return Arrays.stream(values()).filter(function -> function.word().equals(word)).findFirst();
  }

  /** All their names. */
  static List<String> words() {
    return Arrays.stream(values()).map(Function::word).toList();
  }

  /** f'(u). */
  Term slope(Term u) {
    return switch (this) {
      case SIN -> Algebra.call(COS, u);
      case COS -> Algebra.negative(Algebra.call(SIN, u));
      case TAN -> Algebra.plus(Algebra.ONE, Algebra.square(Algebra.call(TAN, u)));
      case EXP -> Algebra.call(EXP, u);
      case LOG -> Algebra.divided(Algebra.ONE, u);
      case SQRT -> Algebra.divided(Algebra.HALF, Algebra.call(SQRT, u));
      case ABS -> Algebra.call(SIGN, u);
      case SIGN -> Algebra.ZERO;
      case SINH -> Algebra.call(COSH, u);
      case COSH -> Algebra.call(SINH, u);
      case TANH -> Algebra.minus(Algebra.ONE, Algebra.square(Algebra.call(TANH, u)));
    };
  }
}
