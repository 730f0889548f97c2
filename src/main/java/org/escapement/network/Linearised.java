package org.escapement.network;

import java.io.IOException;
import java.util.List;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.model.Parameter;
import org.escapement.model.Start;
import org.escapement.model.Vector;

/**
 * A network with one output as the linear model that it is near a point w_0 of its weights: row i
 * is the gradient of the output for the row x_i of another data set, and its target y_i - out(x_i;
 * w_0). Least squares over these rows from 0 on is the squared loss of the network in which the
 * output is replaced by its first two Taylor terms in w - w_0.
 *
 * <p>Source: A. Jacot, F. Gabriel, C. Hongler, Neural tangent kernel, NeurIPS 2018; J. Lee et al.,
 * Wide neural networks of any depth evolve as linear models under gradient descent, NeurIPS 2019,
 * equation 5.
 */
public record Linearised(
    @Parameter("Rows and targets that the network sees") DataSet of,
    @Parameter(
            value = "Widths of the hidden layers, from the inputs on",
            range = "[1, 65536]",
            standard = "[]")
        List<Integer> hidden,
    @Parameter(value = "Function of hidden units: relu, tanh", standard = "relu") String activation,
    @Parameter("Weights w_0: a start that all trajectories share") Start at)
    implements DataSet {

  /** Checks as the network does; the number of inputs is known only with the rows. */
  public Linearised {
    hidden = List.copyOf(hidden);
    Network.checkHidden(hidden);
    Layers.check(1, hidden, 1);
    Network.checkWord(activation, Activation.WORDS, "activation");
  }

  @Override
  public boolean isRead() {
    return of.isRead() || at.isFound();
  }

  @Override
  public Rows rows(Files files) throws IOException {
    Rows seen = Loaded.load(of, files);
    MeanLoss network = new MeanLoss(of, hidden, activation, "squared", 1);
    Layers layers = network.layers();
    Passes passes = network.passes(1);
    Gradient gradient = new Gradient(layers, passes);
    passes.take(weights(network));
    double[] targets = new double[seen.count()];
    double[] row = new double[layers.stride()];
    return Rows.written(
        layers.dimension(),
        targets,
        (i, values, from) -> {
          targets[i] = seen.targets()[i] - gradient.ofOutput(i, row);
          System.arraycopy(row, 0, values, from, layers.dimension());
        });
  }

  private double[] weights(MeanLoss network) {
    Vector weights =
        at.position(network)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "at must be one position for all trajectories, such as a shared start"));
    if (weights.size() != network.dimension()) {
      throw new IllegalArgumentException(
          "at has %d coordinates, the network %d".formatted(weights.size(), network.dimension()));
    }
    return java.util.Arrays.copyOf(weights.toArray(), network.layers().stride());
  }
}
