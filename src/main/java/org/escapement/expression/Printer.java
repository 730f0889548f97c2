package org.escapement.expression;

import java.util.List;
import org.escapement.expression.Term.Binary;
import org.escapement.expression.Term.Call;
import org.escapement.expression.Term.Constant;
import org.escapement.expression.Term.Literal;
import org.escapement.expression.Term.Negative;
import org.escapement.expression.Term.Operator;
import org.escapement.expression.Term.Variable;

/** Writes a tree with as few parentheses as the {@link Parser} needs to read the same tree. */
final class Printer {
  private static final int SIGNED = 3;
  private static final int ATOM = 5;

  private final List<String> variables;
  private final StringBuilder text = new StringBuilder();

  private Printer(List<String> variables) {
    this.variables = variables;
  }

  /**
   * The formula.
   *
   * @param variables their names
   */
  static String print(Term term, List<String> variables) {
    Printer printer = new Printer(variables);
    printer.append(term, 0);
    return printer.text.toString();
  }

  /** With parentheses unless it binds at least so tightly. */
  private void append(Term term, int tightly) {
    boolean isLoose = binding(term) < tightly;
    text.append(isLoose ? "(" : "");
    append(term);
    text.append(isLoose ? ")" : "");
  }

  private void append(Term term) {
    if (term instanceof Literal literal) {
      text.append(number(literal.value()));
    } else if (term instanceof Constant constant) {
      text.append(constant.word());
    } else if (term instanceof Variable variable) {
      text.append(variables.get(variable.index()));
    } else if (term instanceof Negative negative) {
      text.append('-');
      append(negative.of(), SIGNED);
    } else if (term instanceof Call call) {
      text.append(call.function().word()).append('(');
      append(call.of(), 0);
      text.append(')');
    } else if (term instanceof Binary binary) {
      append(binary);
    }
  }

  private void append(Binary binary) {
    Operator operator = binary.operator();
    boolean isPower = operator == Operator.POWER;
    boolean isSum = operator.binding == Operator.PLUS.binding;
    append(binary.left(), isPower ? ATOM : operator.binding);
    text.append(isSum ? " " + operator.sign + " " : String.valueOf(operator.sign));
    append(binary.right(), isPower ? SIGNED : operator.binding + 1);
  }

  private static int binding(Term term) {
    if (term instanceof Binary binary) {
      return binary.operator().binding;
    }
    boolean isSigned =
        term instanceof Negative || term instanceof Literal literal && isNegative(literal.value());
    return isSigned ? SIGNED : ATOM;
  }

  private static boolean isNegative(double value) {
    return Double.doubleToRawLongBits(value) < 0;
  }

  private static String number(double value) {
    String digits = Double.toString(value);
    return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
  }
}
