package org.escapement.expression;

import org.escapement.expression.Term.Binary;
import org.escapement.expression.Term.Call;
import org.escapement.expression.Term.Constant;
import org.escapement.expression.Term.Literal;
import org.escapement.expression.Term.Negative;
import org.escapement.expression.Term.Operator;

/**
 * Makes terms of terms, in a simple form: nothing is added that is 0 or multiplied that is 1, and
 * numbers are joined where their product, quotient, sum or difference is exact, so that no rounding
 * is added or moved.
 */
final class Algebra {
  static final Term ZERO = new Literal(0);
  static final Term ONE = new Literal(1);
  static final Term HALF = new Literal(0.5);

  /** Products at least this large have an exact rounding error. */
  private static final double SMALLEST_PRODUCT = 0x1p-960;

  private Algebra() {}

  /** A term as a number times the rest of it. */
  private record Scaled(double factor, Term rest) {
    static Scaled of(Term term) {
      if (term instanceof Literal literal) {
        return new Scaled(literal.value(), ONE);
      }
      if (term instanceof Negative negative) {
        Scaled of = of(negative.of());
        return new Scaled(-of.factor, of.rest);
      }
      return term instanceof Binary product
              && product.operator() == Operator.TIMES
              && product.left() instanceof Literal literal
          ? new Scaled(literal.value(), product.right())
          : new Scaled(1, term);
    }

    Term joined() {
      if (rest.equals(ONE)) {
        return new Literal(factor);
      }
      if (factor == 1) {
        return rest;
      }
      return factor == -1
          ? new Negative(rest)
          : new Binary(Operator.TIMES, new Literal(factor), rest);
    }
  }

  static Term negative(Term u) {
    Scaled of = Scaled.of(u);
    return isZero(u) ? ZERO : new Scaled(-of.factor, of.rest).joined();
  }

  static Term plus(Term u, Term v) {
    if (isZero(u)) {
      return v;
    }
    if (isZero(v)) {
      return u;
    }
    if (v instanceof Negative negative) {
      return minus(u, negative.of());
    }
    if (u instanceof Literal a && v instanceof Literal b && isExactSum(a.value(), b.value())) {
      return new Literal(a.value() + b.value());
    }
    return new Binary(Operator.PLUS, u, v);
  }

  static Term minus(Term u, Term v) {
    if (isZero(v)) {
      return u;
    }
    if (isZero(u)) {
      return negative(v);
    }
    if (v instanceof Negative negative) {
      return plus(u, negative.of());
    }
    if (u instanceof Literal a && v instanceof Literal b && isExactSum(a.value(), -b.value())) {
      return new Literal(a.value() - b.value());
    }
    return new Binary(Operator.MINUS, u, v);
  }

  static Term times(Term u, Term v) {
    if (isZero(u) || isZero(v)) {
      return ZERO;
    }
    Scaled a = Scaled.of(u);
    Scaled b = Scaled.of(v);
    double factor = a.factor * b.factor;
    return isExactProduct(a.factor, b.factor, factor)
        ? new Scaled(factor, product(a.rest, b.rest)).joined()
        : new Binary(Operator.TIMES, u, v);
  }

  /** Of what is left beside the numbers; (1/u) v is v/u. */
  private static Term product(Term u, Term v) {
    if (u.equals(ONE)) {
      return v;
    }
    if (u instanceof Binary quotient
        && quotient.operator() == Operator.DIVIDED
        && quotient.left().equals(ONE)) {
      return divided(v, quotient.right());
    }
    return v.equals(ONE) ? u : new Binary(Operator.TIMES, u, v);
  }

  static Term divided(Term u, Term v) {
    if (isZero(u)) {
      return ZERO;
    }
    if (v instanceof Literal literal) {
      Scaled a = Scaled.of(u);
      double factor = a.factor / literal.value();
      if (isExactProduct(factor, literal.value(), a.factor)) {
        return new Scaled(factor, a.rest).joined();
      }
    }
    return new Binary(Operator.DIVIDED, u, v);
  }

  static Term power(Term u, Term exponent) {
    if (isZero(exponent)) {
      return ONE;
    }
    return exponent.equals(ONE) ? u : new Binary(Operator.POWER, u, exponent);
  }

  static Term square(Term u) {
    return power(u, new Literal(2));
  }

  static Term call(Function function, Term u) {
    return function == Function.LOG && u == Constant.E ? ONE : new Call(function, u);
  }

  private static boolean isZero(Term term) {
    return term instanceof Literal literal && literal.value() == 0;
  }

  private static boolean isExactProduct(double a, double b, double product) {
    double size = Math.abs(product);
    return size >= SMALLEST_PRODUCT && size <= Double.MAX_VALUE && Math.fma(a, b, -product) == 0;
  }

  /** By the rounding error of the sum (Knuth). */
  private static boolean isExactSum(double a, double b) {
    double sum = a + b;
    double rest = sum - a;
    return a - (sum - rest) + (b - rest) == 0;
  }
}
