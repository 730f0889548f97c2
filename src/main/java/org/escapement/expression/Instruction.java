package org.escapement.expression;

import java.util.stream.IntStream;
import org.escapement.kernel.Kernels;

/**
 * One operation on numbers that earlier ones have computed, or that are given.
 *
 * @param u which instruction made the first operand, and so on; of an input its number; else 0
 * @param constant of {@link Op#CONSTANT}; else 0
 */
record Instruction(Op op, int u, int v, int w, double constant) {

  /** The instructions whose results it needs. */
  IntStream operands() {
    return IntStream.of(u, v, w).limit(op.operands);
  }

  /** What it computes of these numbers: the bits that the loops would compute. */
  static double compute(Op op, double u, double v, double w) {
    return switch (op) {
      case NEGATE -> -u;
      case ABS -> Math.abs(u);
      case SQRT -> Math.sqrt(u);
      case ADD -> u + v;
      case SUBTRACT -> u - v;
      case MULTIPLY -> u * v;
      case DIVIDE -> u / v;
      case MIN -> Math.min(u, v);
      case MAX -> Math.max(u, v);
      case FMA -> Math.fma(u, v, w);
      default -> kernel(op, u);
    };
  }

  private static double kernel(Op op, double u) {
    double[] one = {u};
    double[] other = new double[1];
    switch (op) {
      case EXP -> Kernels.best().exp(one, 1, one);
      case EXPM1 -> Kernels.best().expm1(one, 1, one);
      case LOG -> Kernels.best().log(1, one, 1, one);
      case SIN -> Kernels.best().sinCosTurns(one, 1, one, other);
      case COS -> Kernels.best().sinCosTurns(one, 1, other, one);
      default -> throw new IllegalStateException(op + " has no operand");
    }
    return one[0];
  }
}
