package org.escapement.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Term.Binary;
import org.escapement.expression.Term.Call;
import org.escapement.expression.Term.Constant;
import org.escapement.expression.Term.Literal;
import org.escapement.expression.Term.Negative;
import org.escapement.expression.Term.Operator;
import org.escapement.expression.Term.Variable;

/** From trees to instructions, operation by operation in the order in which they are written. */
final class Lowering {
  /** More are not compiled: a formula whose derivatives are so many is better written in Java. */
  static final int MOST = 20_000;

  private final List<String> variables;
  private final Instructions instructions = new Instructions();
  private final Elementary elementary = new Elementary(instructions);
  private final Map<Term, Integer> known = new IdentityHashMap<>();

  /**
   * @param variables their names, for messages
   */
  Lowering(List<String> variables) {
    this.variables = variables;
  }

  List<Instruction> instructions() {
    return instructions.all();
  }

  /**
   * The number of the instruction that computes a term.
   *
   * @throws IllegalArgumentException when a part of it is a constant that is no finite number
   */
  int lower(Term term) {
    Integer found = known.get(term);
    if (found != null) {
      return found;
    }
    int number = lowered(term);
    if (instructions.isConstant(number) && !Double.isFinite(instructions.value(number))) {
      throw new IllegalArgumentException(
          "formula: " + Printer.print(term, variables) + " is no finite number");
    }
    if (instructions.size() > MOST) {
      throw new IllegalArgumentException(
          "formula: its derivatives need more than %d operations".formatted(MOST));
    }
    known.put(term, number);
    return number;
  }

  private int lowered(Term term) {
    if (term instanceof Literal literal) {
      return instructions.constant(literal.value());
    }
    if (term instanceof Constant constant) {
      return instructions.constant(constant.value);
    }
    if (term instanceof Variable variable) {
      return instructions.input(variable.index());
    }
    if (term instanceof Negative negative) {
      return instructions.apply(Op.NEGATE, lower(negative.of()));
    }
    return term instanceof Call call ? call(call) : binary((Binary) term);
  }

  private int binary(Binary binary) {
    if (binary.operator() == Operator.POWER) {
      return binary.left() == Constant.E
          ? instructions.apply(Op.EXP, lower(binary.right()))
          : elementary.power(lower(binary.left()), lower(binary.right()));
    }
    int left = lower(binary.left());
    int right = lower(binary.right());
    return switch (binary.operator()) {
      case PLUS -> instructions.apply(Op.ADD, left, right);
      case MINUS -> instructions.apply(Op.SUBTRACT, left, right);
      case TIMES -> instructions.apply(Op.MULTIPLY, left, right);
      default -> instructions.apply(Op.DIVIDE, left, right);
    };
  }

  private int call(Call call) {
    return switch (call.function()) {
      case SIN -> instructions.apply(Op.SIN, turns(call.of()));
      case COS -> instructions.apply(Op.COS, turns(call.of()));
      case TAN -> {
        int turns = turns(call.of());
        yield instructions.apply(
            Op.DIVIDE, instructions.apply(Op.SIN, turns), instructions.apply(Op.COS, turns));
      }
      default -> elementary.call(call.function(), lower(call.of()));
    };
  }

  /** An angle in turns: exact where it has the factor pi. */
  private int turns(Term angle) {
    return Angle.overPi(angle)
        .map(halfTurns -> lower(Algebra.divided(halfTurns, new Literal(2))))
        .orElseGet(() -> elementary.turns(lower(angle)));
  }
}
