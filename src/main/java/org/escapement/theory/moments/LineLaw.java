package org.escapement.theory.moments;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.escapement.theory.SampleLaw;

/**
 * The law of a point on the line.
 *
 * @param value f
 * @param of the cumulants of a function of the point
 */
public record LineLaw(DoubleUnaryOperator value, Function<DoubleUnaryOperator, SampleLaw> of)
    implements MomentLaw {

  @Override
  public SampleLaw loss() {
    return of.apply(value);
  }

  @Override
  public SampleLaw norm() {
    return of.apply(x -> x * x);
  }

  @Override
  public SampleLaw mean(int i) {
    return of.apply(x -> x);
  }

  @Override
  public SampleLaw second(int i, int j) {
    return norm();
  }
}
