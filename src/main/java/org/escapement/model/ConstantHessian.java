package org.escapement.model;

import java.util.Optional;

/** A function whose Hessian H is the same everywhere: f(x) = f(s) + 1/2 (x - s).H (x - s). */
public interface ConstantHessian extends Curved {

  /** s, where the gradient is zero, if it need not be solved for. */
  default Optional<Vector> knownSolution() {
    return Optional.empty();
  }
}
