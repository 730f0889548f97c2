package org.escapement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.escapement.expression.Term.Binary;
import org.escapement.expression.Term.Call;
import org.escapement.expression.Term.Constant;
import org.escapement.expression.Term.Literal;
import org.escapement.expression.Term.Negative;
import org.escapement.expression.Term.Operator;
import org.escapement.expression.Term.Variable;
import org.escapement.model.Words;

/**
 * Reads a formula:
 *
 * <pre>
 *   sum     = product { (+|-) product }
 *   product = signed { (*|/) signed }
 *   signed  = (+|-) signed | power
 *   power   = atom [ ^ signed ]            x^y^z is x^(y^z), -x^2 is -(x^2), 2^-x is 2^(-x)
 *   atom    = number | variable | constant | function ( sum ) | ( sum )
 * </pre>
 *
 * <p>Whatever else is written is refused with its column. Length and depth are limited, so that
 * whoever walks the tree needs no deep stack.
 */
final class Parser {
  /** Characters of the longest formula that is read. */
  static final int LONGEST = 2000;

  /** Operations one inside the other; a sum of n terms has n - 1. */
  static final int DEEPEST = 250;

  /** Beyond it whole numbers are not told from their neighbours, and derivatives would be wrong. */
  private static final double LARGEST_EXPONENT = 0x1p53;

  private final List<String> variables;
  private final List<Token> tokens;
  private int next;
  private int nesting;

  private Parser(List<Token> tokens, List<String> variables) {
    this.tokens = tokens;
    this.variables = variables;
  }

  /**
   * The tree of a formula.
   *
   * @throws IllegalArgumentException with the column of the first mistake
   */
  static Term parse(String formula, List<String> variables) {
    if (formula.length() > LONGEST) {
      throw new IllegalArgumentException(
          "formula must have at most %d characters, got %d".formatted(LONGEST, formula.length()));
    }
    Parser parser = new Parser(Tokenizer.tokens(formula), variables);
    Term whole = parser.sum();
    if (parser.peek().kind() != Token.Kind.END) {
      throw parser.unexpected("an operator");
    }
    if (depth(whole) > DEEPEST) {
      throw new IllegalArgumentException(
          "formula: more than %d operations stand one inside the other".formatted(DEEPEST));
    }
    return whole;
  }

  /** What is said of a mistake. */
  static IllegalArgumentException refused(int column, String what) {
    return new IllegalArgumentException("formula, column " + column + ": " + what);
  }

  private Term sum() {
    return chain("+-", this::product);
  }

  private Term product() {
    return chain("*/", this::signed);
  }

  /** Operands with operators of one rank between them, from left to right. */
  private Term chain(String signs, Supplier<Term> operand) {
    Term left = operand.get();
    while (peek().kind() == Token.Kind.SIGN && signs.contains(peek().text())) {
      Operator operator = Operator.of(take().text().charAt(0));
      left = new Binary(operator, left, operand.get());
    }
    return left;
  }

  private Term signed() {
    if (!peek().is('+') && !peek().is('-')) {
      return power();
    }
    Token sign = take();
    Term of = nested(sign, this::signed);
    if (sign.is('+')) {
      return of;
    }
    return of instanceof Literal literal ? new Literal(-literal.value()) : new Negative(of);
  }

  private Term power() {
    Term base = atom();
    if (!peek().is('^')) {
      return base;
    }
    Token sign = take();
    int column = peek().column();
    Term exponent = nested(sign, this::signed);
    if (exponent instanceof Literal literal && Math.abs(literal.value()) > LARGEST_EXPONENT) {
      throw refused(column, "an exponent is at most 2^53 in size");
    }
    return new Binary(Operator.POWER, base, exponent);
  }

  private Term atom() {
    Token token = peek();
    if (token.kind() == Token.Kind.NUMBER) {
      next++;
      return new Literal(token.value());
    }
    if (token.kind() == Token.Kind.NAME) {
      next++;
      return named(token);
    }
    if (token.is('(')) {
      return parenthesis();
    }
    throw unexpected("a number, a variable, a function or (");
  }

  private Term parenthesis() {
    Term inside = nested(take(), this::sum);
    if (!peek().is(')')) {
      throw unexpected("an operator or )");
    }
    next++;
    return inside;
  }

  private Term named(Token name) {
    int variable = variables.indexOf(name.text());
    if (variable >= 0) {
      return new Variable(variable);
    }
    Optional<Constant> constant = Constant.named(name.text());
    if (constant.isPresent()) {
      return constant.get();
    }
    Optional<Function> function = Function.named(name.text());
    if (function.isEmpty()) {
      throw refused(
          name.column(), "unknown word " + name.text() + Words.instead(name.text(), words()));
    }
    if (!peek().is('(')) {
      throw unexpected("( after " + name.text());
    }
    return new Call(function.get(), parenthesis());
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(variables);
    words.addAll(Function.words());
    words.addAll(Constant.words());
    return words;
  }

  private Term nested(Token token, Supplier<Term> inner) {
    if (++nesting > DEEPEST) {
      throw refused(
          token.column(), "more than %d operations stand one inside the other".formatted(DEEPEST));
    }
    Term term = inner.get();
    nesting--;
    return term;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private IllegalArgumentException unexpected(String expected) {
    Token token = peek();
    boolean isSecondStar = token.is('*') && tokens.get(Math.max(next - 1, 0)).is('*');
    String hint = isSecondStar ? "; powers are written x^2" : "";
    return refused(token.column(), "expected " + expected + ", got " + token.shown() + hint);
  }

  private static int depth(Term term) {
    if (term instanceof Negative negative) {
      return 1 + depth(negative.of());
    }
    if (term instanceof Call call) {
      return 1 + depth(call.of());
    }
    return term instanceof Binary binary
        ? 1 + Math.max(depth(binary.left()), depth(binary.right()))
        : 0;
  }
}
