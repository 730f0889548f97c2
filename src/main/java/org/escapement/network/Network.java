package org.escapement.network;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.data.Batches;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.NoData;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.data.VaryingBatches;
import org.escapement.model.Batched;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Initialised;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.model.Schedule;
import org.escapement.model.Scored;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The mean loss of a fully connected network over the rows of a data set, as a function of its
 * weights and biases. Optimisers see the mean over a batch of rows, drawn anew at each step.
 *
 * <p>The outputs of a hidden layer are sigma(W'h + c) of those of the layer before; the last layer
 * has no sigma. The loss of a row is 1/2 |out - y|^2, where y is its target, or with several
 * outputs the unit vector of its class; or the cross-entropy log sum_j e^(out_j) - out_y.
 *
 * <p>Coordinates are layer by layer the weights, those of the first input to all outputs first,
 * then the biases. An initial weight is normal with variance 2 over the inputs of its layer before
 * relu (K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, ICCV 2015, equation 10), and
 * with variance 1 over them before tanh and in the last layer; biases begin at zero.
 */
public record Network(
    @Parameter("Rows and targets; classes are the whole numbers from 0 on") DataSet data,
    @Parameter(
            value = "Widths of the hidden layers, from the inputs on",
            range = "[1, 65536]",
            standard = "[]")
        List<Integer> hidden,
    @Parameter(value = "Function of hidden units: relu, tanh", standard = "relu") String activation,
    @Parameter(value = "Loss of a row: squared, cross-entropy", standard = "cross-entropy")
        String loss,
    @Parameter(
            value =
                "Outputs: 1 with loss squared for targets that are numbers, else one for each class;"
                    + " 0: one for each class if the targets are the whole numbers from 0 on, three"
                    + " of them or more, or loss is cross-entropy",
            range = "[0, 65536]",
            standard = "0")
        int outputs,
    @Parameter(
            value =
                "Rows b a step, rounded to a whole number, the same for all steps or not; with all"
                    + " rows nothing is random",
            range = "[1, 1048576]",
            standard = "1")
        Schedule batch,
    @Parameter(
            value =
                "How a batch is drawn: with-replacement, without-replacement (distinct rows in a"
                    + " batch, batches independent) or reshuffling (epochs, of a constant batch)",
            standard = "without-replacement")
        String sampling,
    @Parameter(
            value = "Rows and targets that are not trained on, for test-loss and test-accuracy",
            standard = "none")
        DataSet test)
    implements SampledObjective, Curved, Scored, Initialised, Batched {

  /** A number of the batch costs a tenth of a coordinate-step on the line. */
  private static final double COST = 0.1;

  /** Checks ranges and words, that there are rows enough, and the targets. */
  public Network {
    hidden = List.copyOf(hidden);
    checkHidden(hidden);
    Check.in("[0, 65536]", outputs, "outputs");
    checkWord(activation, Activation.WORDS, "activation");
    checkWord(loss, OutputLoss.WORDS, "loss");
    batch.check("[1, 1048576]", "batch");
    Sampling.of(sampling);
    Rows rows = Loaded.rows(data);
    batch.check("[1, " + rows.count() + "]", "batch");
    if (!batch.isConstant() && Sampling.of(sampling) == Sampling.RESHUFFLING) {
      throw new IllegalArgumentException("batch must be constant where sampling is reshuffling");
    }
    outputs = Targets.outputs(rows, loss, outputs);
    Layers.check(rows.dimension(), hidden, outputs);
    Targets.check(rows, outputs, "data");
    if (!(test instanceof NoData)) {
      Targets.check(Loaded.rows(test), outputs, "test");
      Check.dimension(rows.dimension(), Loaded.rows(test).dimension(), "test");
    }
  }

  static void checkHidden(List<Integer> hidden) {
    for (int l = 0; l < hidden.size(); l++) {
      Check.in("[1, 65536]", hidden.get(l), "hidden[" + l + "]");
    }
  }

  static void checkWord(String word, List<String> known, String name) {
    if (!known.contains(word)) {
      throw new IllegalArgumentException(name + " must be one of " + known + ", got " + word);
    }
  }

  private MeanLoss over(DataSet rows) {
    return new MeanLoss(rows, hidden, activation, loss, outputs);
  }

  private int firstBatch() {
    return (int) Math.rint(batch.at(0));
  }

  @Override
  public OptionalDouble batchSize() {
    return batch.isConstant() ? OptionalDouble.of(firstBatch()) : OptionalDouble.empty();
  }

  @Override
  public int dimension() {
    return over(data).dimension();
  }

  @Override
  public double cost() {
    return dimension() * (1 + COST * firstBatch());
  }

  @Override
  public boolean isExact() {
    return batch.isConstant()
        && firstBatch() == Loaded.rows(data).count()
        && Sampling.of(sampling) != Sampling.WITH_REPLACEMENT;
  }

  @Override
  public boolean isSteady() {
    return batch.isConstant();
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    MeanLoss mean = over(data);
    Sampling how = Sampling.of(sampling);
    int count = mean.rows().count();
    if (isExact()) {
      return mean.whole();
    }
    if (batch.isConstant()) {
      Batches batches = how.start(count, firstBatch(), draws, FIRST_SLOT, lanes);
      return BatchGradients.constant(
          batches, firstBatch(), mean.layers(), mean.passes(firstBatch()));
    }
    return BatchGradients.varying(
        new VaryingBatches(how, count, batch, draws, FIRST_SLOT, lanes),
        mean.layers(),
        mean.passes(count));
  }

  @Override
  public void value(double[][] w, int n, double[] out) {
    over(data).value(w, n, out);
  }

  @Override
  public void gradient(double[][] w, int n, double[][] out) {
    over(data).gradient(w, n, out);
  }

  @Override
  public void hessianTimes(double[][] w, double[][] v, int n, double[][] out) {
    over(data).hessianTimes(w, v, n, out);
  }

  /**
   * A row is predicted right where the largest output is that of its class, or where a single
   * output has the sign of its target.
   */
  @Override
  public void accuracy(double[][] w, int n, double[] out) {
    over(data).accuracy(w, n, out);
  }

  @Override
  public Optional<Scored> unseen() {
    return test instanceof NoData ? Optional.empty() : Optional.of(over(test));
  }

  @Override
  public Vector initialDeviations() {
    return over(data).initialDeviations();
  }
}
