package org.escapement.expression;

import java.util.IdentityHashMap;
import java.util.Map;
import org.escapement.expression.Term.Binary;
import org.escapement.expression.Term.Call;
import org.escapement.expression.Term.Literal;
import org.escapement.expression.Term.Negative;
import org.escapement.expression.Term.Variable;

/**
 * The exact derivative of terms along one direction: that of variable k is the k-th component.
 * Where a term is met again, so is its derivative.
 */
final class Derivative {
  private final Term[] direction;
  private final Map<Term, Term> known = new IdentityHashMap<>();

  /**
   * @param direction a component for each variable
   */
  Derivative(Term... direction) {
    this.direction = direction;
  }

  /** With respect to one of the variables. */
  static Derivative by(int variable, int variables) {
    Term[] direction = new Term[variables];
    java.util.Arrays.fill(direction, Algebra.ZERO);
    direction[variable] = Algebra.ONE;
    return new Derivative(direction);
  }

  /** The derivative of a term. */
  Term of(Term term) {
    Term found = known.get(term);
    if (found == null) {
      found = derive(term);
      known.put(term, found);
    }
    return found;
  }

  private Term derive(Term term) {
    if (term instanceof Variable variable) {
      return direction[variable.index()];
    }
    if (term instanceof Negative negative) {
      return Algebra.negative(of(negative.of()));
    }
    if (term instanceof Binary binary) {
      return switch (binary.operator()) {
        case PLUS -> Algebra.plus(of(binary.left()), of(binary.right()));
        case MINUS -> Algebra.minus(of(binary.left()), of(binary.right()));
        case TIMES -> product(binary.left(), binary.right());
        case DIVIDED -> quotient(binary);
        case POWER -> power(binary);
      };
    }
    return term instanceof Call call
        ? Algebra.times(call.function().slope(call.of()), of(call.of()))
        : Algebra.ZERO;
  }

  /** u'v + uv'. */
  private Term product(Term u, Term v) {
    return Algebra.plus(Algebra.times(of(u), v), Algebra.times(u, of(v)));
  }

  /** (u' - (u/v) v') / v. */
  private Term quotient(Binary quotient) {
    Term v = quotient.right();
    Term rest = Algebra.minus(of(quotient.left()), Algebra.times(quotient, of(v)));
    return Algebra.divided(rest, v);
  }

  /** v u^(v-1) u' + u^v log(u) v'. */
  private Term power(Binary power) {
    Term u = power.left();
    Term v = power.right();
    Term less = Algebra.power(u, Algebra.minus(v, Algebra.ONE));
    Term byBase = Algebra.times(Algebra.times(v, less), of(u));
    Term logarithm = Algebra.times(power, Algebra.call(Function.LOG, u));
    Term exponent = of(v);
    return exponent instanceof Literal literal && literal.value() == 0
        ? byBase
        : Algebra.plus(byBase, Algebra.times(logarithm, exponent));
  }
}
