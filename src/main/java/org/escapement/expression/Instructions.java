package org.escapement.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of instructions that grows: what was computed before is not computed again, and what is
 * computed of constants is a constant, with the bits that the loops would compute.
 */
final class Instructions {
  private final List<Instruction> all = new ArrayList<>();
  private final Map<Instruction, Integer> known = new HashMap<>();

  List<Instruction> all() {
    return List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  int input(int number) {
    return numbered(new Instruction(Op.INPUT, number, 0, 0, 0));
  }

  int constant(double value) {
    return numbered(new Instruction(Op.CONSTANT, 0, 0, 0, value));
  }

  int apply(Op op, int u) {
    return apply(op, u, u, u);
  }

  int apply(Op op, int u, int v) {
    if (op == Op.MULTIPLY && isConstant(u, 1)) {
      return v;
    }
    if ((op == Op.MULTIPLY || op == Op.DIVIDE) && isConstant(v, 1)) {
      return u;
    }
    if (op == Op.DIVIDE && isConstant(v) && isPowerOfTwo(value(v)) && !isConstant(u)) {
      return apply(Op.MULTIPLY, u, constant(1 / value(v)));
    }
    boolean isTurned = op.isCommutative() && u > v;
    return isTurned ? apply(op, v, u, v) : apply(op, u, v, u);
  }

  /** Applies an operation; operands that it does not have are passed over. */
  int apply(Op op, int u, int v, int w) {
    if (isConstant(u) && isConstant(v) && isConstant(w)) {
      return constant(Instruction.compute(op, value(u), value(v), value(w)));
    }
    return numbered(new Instruction(op, u, op.operands > 1 ? v : 0, op.operands > 2 ? w : 0, 0));
  }

  boolean isConstant(int number) {
    return all.get(number).op() == Op.CONSTANT;
  }

  /** Of a constant. */
  double value(int number) {
    return all.get(number).constant();
  }

  private boolean isConstant(int number, double value) {
    return isConstant(number) && value(number) == value;
  }

  /** Whether the reciprocal is exact, and neither of both is subnormal. */
  private static boolean isPowerOfTwo(double value) {
    int exponent = Math.getExponent(value);
    return Math.abs(value) == Math.scalb(1.0, exponent) && Math.abs(exponent) < 1000;
  }

  private int numbered(Instruction instruction) {
    return known.computeIfAbsent(
        instruction,
        added -> {
          all.add(added);
          return all.size() - 1;
        });
  }
}
