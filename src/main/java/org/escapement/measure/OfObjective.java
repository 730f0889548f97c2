package org.escapement.measure;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Curved;
import org.escapement.model.Objective;
import org.escapement.model.Scored;

/** What the objective says of where trajectories are, by the words that job files use for it. */
final class OfObjective {
  private static final String LOSS = "loss";
  private static final String GRADIENT = "gradient-norm";
  private static final String ACCURACY = "accuracy";
  private static final String TEST_LOSS = "test-loss";
  private static final String TEST_ACCURACY = "test-accuracy";

  private static final String SHARPNESS = "sharpness";

  /** One number each, whatever the coordinates in which positions are seen. */
  static final List<String> WORDS =
      List.of(LOSS, GRADIENT, SHARPNESS, ACCURACY, TEST_LOSS, TEST_ACCURACY);

  private final Objective objective;
  private final int lanes;

  /** Scratch, {@code [k][i]}; nothing until a gradient is asked for. */
  private double[][] gradient = {};

  private Optional<Sharpness> sharpness = Optional.empty();

  OfObjective(Objective objective, int lanes) {
    this.objective = objective;
    this.lanes = lanes;
  }

  /** Why an objective cannot say what some words ask for; empty when it can. */
  static Optional<String> problem(List<String> words, Objective objective) {
    return words.stream().flatMap(word -> problem(word, objective).stream()).findFirst();
  }

  private static Optional<String> problem(String word, Objective objective) {
    if (word.equals(SHARPNESS) && !(objective instanceof Curved)) {
      return Optional.of(
          word + " needs an objective that knows its second derivatives, such as rosenbrock");
    }
    boolean isOfTest = word.equals(TEST_LOSS) || word.equals(TEST_ACCURACY);
    boolean isOfClasses = isOfTest || word.equals(ACCURACY);
    if (isOfClasses && !(objective instanceof Scored)) {
      return Optional.of(
          word + " needs an objective that predicts classes, such as logistic-regression");
    }
    return isOfTest && ((Scored) objective).unseen().isEmpty()
        ? Optional.of(word + " needs an objective with test data")
        : Optional.empty();
  }

  /** {@code out[i]}: what a word asks for at x_i, 0 <= i < n. */
  void evaluate(String word, double[][] x, int n, double[] out) {
    switch (word) {
      case LOSS -> objective.value(x, n, out);
      case GRADIENT -> gradientNorm(x, n, out);
      case SHARPNESS -> sharpness(x, n, out);
      case ACCURACY -> scored().accuracy(x, n, out);
      case TEST_LOSS -> unseen().value(x, n, out);
      case TEST_ACCURACY -> unseen().accuracy(x, n, out);
      default -> throw new IllegalArgumentException(word);
    }
  }

  private void sharpness(double[][] x, int n, double[] out) {
    if (sharpness.isEmpty()) {
      sharpness = Optional.of(new Sharpness((Curved) objective, lanes));
    }
    sharpness.get().of(x, n, out);
  }

  private Scored scored() {
    return (Scored) objective;
  }

  private Scored unseen() {
    return scored().unseen().orElseThrow();
  }

  private void gradientNorm(double[][] x, int n, double[] out) {
    if (gradient.length == 0) {
      gradient = new double[objective.dimension()][lanes];
    }
    objective.gradient(x, n, gradient);
    java.util.Arrays.fill(out, 0, n, 0.0);
    for (double[] slope : gradient) {
      addSquare(slope, n, out);
    }
    for (int i = 0; i < n; i++) {
      out[i] = Math.sqrt(out[i]);
    }
  }

  private static void addSquare(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += x[i] * x[i];
    }
  }
}
