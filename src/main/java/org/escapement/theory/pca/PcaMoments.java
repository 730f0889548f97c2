package org.escapement.theory.pca;

import java.util.List;
import org.escapement.theory.Predicted;
import org.escapement.theory.experiment.Asked;

/** Expectations over x = X + U to first order in epsilon: E U = epsilon b, Cov U = epsilon P. */
final class PcaMoments {
  private final PcaStream stream;
  private final PcaFluctuation about;
  private final double epsilon;

  /** X. */
  private final double[] x;

  /** b. */
  private final double[] bias;

  PcaMoments(PcaFlow flow, PcaFluctuation about, long step, double epsilon) {
    this.stream = flow.stream();
    this.about = about;
    this.epsilon = epsilon;
    this.x = flow.at(step * epsilon);
    this.bias = about.bias(step);
  }

  /** Of all epsilon b and epsilon P, the largest in size. */
  double largestDeviation() {
    double largest = 0;
    for (int k = 0; k < x.length; k++) {
      largest = Math.max(largest, epsilon * Math.abs(bias[k]));
      largest = Math.max(largest, epsilon * about.covariance(k, k));
    }
    return largest;
  }

  /** Adds what is asked for at a step. */
  void addTo(List<Predicted> all, Asked asked, long step) {
    double norm = 0;
    double loss = 0;
    for (int k = 0; k < x.length; k++) {
      int axis = k + 1;
      add(all, asked, step, "mean", "." + axis, x[k] + epsilon * bias[k]);
      add(all, asked, step, "second", "." + axis + "." + axis, second(k));
      add(all, asked, step, "off-axis", "." + axis, 1 - share(k));
      norm += second(k);
      loss += stream.gap(k) * share(k) / 2;
    }
    add(all, asked, step, "norm", "", norm);
    add(all, asked, step, "loss", "", loss);
  }

  private static void add(
      List<Predicted> all, Asked asked, long step, String word, String index, double value) {
    if (asked.asks(word, step)) {
      all.add(new Predicted(word + index, step, value));
    }
  }

  private double second(int k) {
    return x[k] * x[k] + epsilon * (2 * x[k] * bias[k] + about.covariance(k, k));
  }

  /** E x_k^2/|x|^2. */
  private double share(int k) {
    double square = 0;
    double along = 0;
    double trace = 0;
    double cross = 0;
    double stretch = 0;
    for (int i = 0; i < x.length; i++) {
      square += x[i] * x[i];
      along += x[i] * bias[i];
      trace += about.covariance(i, i);
      cross += about.covariance(k, i) * x[i];
      for (int j = 0; j < x.length; j++) {
        stretch += x[i] * about.covariance(i, j) * x[j];
      }
    }
    double part = x[k] * x[k] / square;
    double slope = 2 * (x[k] * bias[k] - part * along) / square;
    double bend = about.covariance(k, k) - 4 * x[k] * cross / square - part * trace;
    return part + epsilon * (slope + (bend + 4 * part * stretch / square) / square);
  }
}
