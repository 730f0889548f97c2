package org.escapement.expression;

/** What an {@link Instruction} does; u, v and w are what it is applied to. */
enum Op {
  /** An array of the caller. */
  INPUT(0),
  CONSTANT(0),
  NEGATE(1),
  ABS(1),
  SQRT(1),
  ADD(2),
  SUBTRACT(2),
  MULTIPLY(2),
  DIVIDE(2),
  MIN(2),
  MAX(2),
  /** u v + w, rounded once. */
  FMA(3),
  EXP(1),
  EXPM1(1),
  LOG(1),
  /** sin(2 pi u). */
  SIN(1),
  /** cos(2 pi u). */
  COS(1);

  /** How many numbers it is applied to. */
  final int operands;

  Op(int operands) {
    this.operands = operands;
  }

  /** Whether it is a loop of {@code kernel} and not of our own. */
  boolean isKernel() {
    return compareTo(EXP) >= 0;
  }

  /** Whether it is computed in our own loops. */
  boolean isArithmetic() {
    return compareTo(NEGATE) >= 0 && !isKernel();
  }

  /** Whether the order of the operands does not matter. */
  boolean isCommutative() {
    return this == ADD || this == MULTIPLY;
  }

  /** As Java, of the names of the operands. */
  String java(String u, String v, String w) {
    return switch (this) {
      case NEGATE -> "-" + u;
      case ABS -> "Math.abs(" + u + ")";
      case SQRT -> "Math.sqrt(" + u + ")";
      case ADD -> u + " + " + v;
      case SUBTRACT -> u + " - " + v;
      case MULTIPLY -> u + " * " + v;
      case DIVIDE -> u + " / " + v;
      case MIN -> "Math.min(" + u + ", " + v + ")";
      case MAX -> "Math.max(" + u + ", " + v + ")";
      case FMA -> "Math.fma(" + u + ", " + v + ", " + w + ")";
      default -> throw new IllegalStateException(this + " is no arithmetic");
    };
  }
}
