package org.escapement.objective;

import java.util.List;
import org.escapement.expression.Formula;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * A function as it is written, such as {@code x^4/4 - x^2/2 + 0.1*sin(5*x)*y}: differentiated
 * exactly and compiled to loops over lanes by every JVM that needs it.
 *
 * <p>It is equal to another, and its random numbers have the same name, when it is written in the
 * same way: x*x*x and x^3 may differ in their last digits.
 */
public record Expression(
    @Parameter("Formula of numbers, variables, + - * / ^ ( ), functions, pi and e") String formula,
    @Parameter("Names of its variables, one for each coordinate") List<String> variables)
    implements Curved {

  /** Reads the formula and derives it. */
  public Expression {
    variables = List.copyOf(variables);
    Formula.of(formula, variables);
  }

  @Override
  public int dimension() {
    return variables.size();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Formula.again(formula, variables).value(x, n, out);
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    Formula.again(formula, variables).gradient(x, n, out);
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    Formula.again(formula, variables).hessianTimes(x, v, n, out);
  }
}
