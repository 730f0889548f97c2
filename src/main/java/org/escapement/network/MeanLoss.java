package org.escapement.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.model.Curved;
import org.escapement.model.Initialised;
import org.escapement.model.Scored;
import org.escapement.model.Vector;

/** The mean loss of a network over all rows of a data set. */
record MeanLoss(DataSet data, List<Integer> hidden, String activation, String loss, int outputs)
    implements Curved, Scored, Initialised {

  Rows rows() {
    return Loaded.rows(data);
  }

  Layers layers() {
    return new Layers(rows().dimension(), hidden, outputs);
  }

  /** A working copy for no more than so many rows at once. */
  Passes passes(int most) {
    return new Passes(rows(), layers(), activation, loss, most);
  }

  /** A working copy for all rows. */
  WholeSum whole() {
    return new WholeSum(rows(), layers(), passes(rows().count()));
  }

  @Override
  public int dimension() {
    return layers().dimension();
  }

  @Override
  public void value(double[][] w, int n, double[] out) {
    whole().value(w, n, out);
  }

  @Override
  public void gradient(double[][] w, int n, double[][] out) {
    whole().gradient(w, n, out);
  }

  @Override
  public void hessianTimes(double[][] w, double[][] v, int n, double[][] out) {
    whole().hessianTimes(w, v, n, out);
  }

  @Override
  public void accuracy(double[][] w, int n, double[] out) {
    whole().accuracy(w, n, out);
  }

  @Override
  public Optional<Scored> unseen() {
    return Optional.empty();
  }

  @Override
  public Vector initialDeviations() {
    Layers layers = layers();
    double[] deviations = new double[layers.dimension()];
    for (int l = 0; l < layers.count(); l++) {
      double variance = l < layers.last() && activation.equals("relu") ? 2 : 1;
      double deviation = Math.sqrt(variance / layers.in(l));
      Arrays.fill(deviations, layers.weights(l), layers.biases(l), deviation);
    }
    return Vector.of(deviations);
  }
}
