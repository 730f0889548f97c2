package org.escapement.expression;

import java.util.Optional;
import org.escapement.expression.Term.Binary;
import org.escapement.expression.Term.Constant;
import org.escapement.expression.Term.Negative;

/** Finds the factor pi of an angle. */
final class Angle {
  private Angle() {}

  /** The angle over pi where pi is a factor of each of its summands. */
  static Optional<Term> overPi(Term angle) {
    if (angle == Constant.PI) {
      return Optional.of(Algebra.ONE);
    }
    if (angle instanceof Negative negative) {
      return overPi(negative.of()).map(Algebra::negative);
    }
    return angle instanceof Binary binary ? overPi(binary) : Optional.empty();
  }

  private static Optional<Term> overPi(Binary binary) {
    Optional<Term> left = overPi(binary.left());
    Term right = binary.right();
    return switch (binary.operator()) {
      case PLUS -> left.flatMap(u -> overPi(right).map(v -> Algebra.plus(u, v)));
      case MINUS -> left.flatMap(u -> overPi(right).map(v -> Algebra.minus(u, v)));
      case TIMES ->
          left.map(u -> Algebra.times(u, right))
              .or(() -> overPi(right).map(v -> Algebra.times(binary.left(), v)));
      case DIVIDED -> left.map(u -> Algebra.divided(u, right));
      case POWER -> Optional.empty();
    };
  }
}
