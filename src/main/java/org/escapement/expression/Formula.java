package org.escapement.expression;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.escapement.model.Check;

/**
 * A function of some variables as it is written, with its exact derivatives, ready to be computed
 * for many points at once.
 *
 * <p>A formula holds numbers, variables, {@code + - * / ^ ( )}, the functions of {@link Function}
 * and the constants pi and e. The value is computed operation by operation as written, by IEEE 754;
 * what it and the derivatives have in common has the same digits in both. How right the functions
 * are says {@link Elementary}.
 *
 * <p>Each formula is read and compiled once by a JVM, while it is among the last {@value #KEPT}.
 */
public final class Formula {
  private static final int KEPT = 64;
  private static final int MOST_VARIABLES = 64;

  private static final Map<List<Object>, Formula> KNOWN = new LatestFormulas();

  private final List<String> variables;
  private final Term term;
  private final Program value;
  private final Program slopes;
  private final Program bends;

  private Formula(String text, List<String> variables) {
    this.variables = List.copyOf(variables);
    checkVariables();
    this.term = Parser.parse(text, variables);
    int d = variables.size();
    List<Term> gradient =
        IntStream.range(0, d).mapToObj(k -> Derivative.by(k, d).of(term)).toList();
    this.value = Program.of(List.of(term), variables);
    this.slopes = Program.of(gradient, variables);
    this.bends = Program.of(alongDirection(gradient), variables);
  }

  /** The formulas used last. */
  private static final class LatestFormulas extends LinkedHashMap<List<Object>, Formula> {
    LatestFormulas() {
      super(KEPT, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<List<Object>, Formula> eldest) {
      return size() > KEPT;
    }
  }

  /**
   * The formula.
   *
   * @param variables the names of the coordinates
   * @throws IllegalArgumentException that says what is wrong, in a formula with its column
   */
  public static Formula of(String text, List<String> variables) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(
          List.of(text, List.copyOf(variables)), absent -> new Formula(text, variables));
    }
  }

  /** The same, found sooner by a thread that asks for these very objects again. */
  public static Formula again(String text, List<String> variables) {
    return Scratch.ofThread().formula(text, variables);
  }

  private void checkVariables() {
    Check.in("[1, " + MOST_VARIABLES + "]", variables.size(), "variables: their number");
    Set<String> seen = new HashSet<>();
    for (String name : variables) {
      if (!Tokenizer.isName(name)) {
        throw new IllegalArgumentException(
            "variables: a name is letters, digits and underscores and begins with no digit, got "
                + name);
      }
      if (Function.named(name).isPresent() || Term.Constant.named(name).isPresent()) {
        throw new IllegalArgumentException("variables: " + name + " has a meaning of its own");
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException("variables: " + name + " is there twice");
      }
    }
  }

  /** The derivative of each slope along a direction, whose components follow the variables. */
  private List<Term> alongDirection(List<Term> gradient) {
    int d = variables.size();
    Term[] direction = IntStream.range(d, 2 * d).mapToObj(Term.Variable::new).toArray(Term[]::new);
    Derivative along = new Derivative(direction);
    return gradient.stream().map(along::of).toList();
  }

  /** {@code out[i] = f(x_i)}, 0 <= i < n, where coordinate k of x_i is {@code x[k][i]}. */
  public void value(double[][] x, int n, double[] out) {
    Scratch scratch = Scratch.ofThread();
    value.run(x, x, n, scratch, scratch.single(out));
  }

  /** {@code out[k][i] = df/dx_k (x_i)}. */
  public void gradient(double[][] x, int n, double[][] out) {
    slopes.run(x, x, n, Scratch.ofThread(), out);
  }

  /** {@code out[k][i] = sum_l d2f/dx_k dx_l (x_i) v[l][i]}; {@code out} is neither x nor v. */
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    bends.run(x, v, n, Scratch.ofThread(), out);
  }

  /** The Java that computes the value. */
  String text() {
    return value.text();
  }

  /** The formula as it was understood. */
  @Override
  public String toString() {
    return Printer.print(term, variables);
  }
}
