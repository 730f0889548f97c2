package org.escapement.measure;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.Batch;
import org.escapement.model.Objective;
import org.escapement.model.Scattered;
import org.escapement.model.Scattered.Scatter;
import org.escapement.random.Draws;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Setting;

/**
 * The gradient that samples of a trajectory scatter about: that of the objective, plus the mean of
 * a noise that pushes each trajectory its own way.
 */
final class FullGradient {
  private final Objective objective;
  private final List<Scatter> scatters = new ArrayList<>();
  private final double[][] push;

  FullGradient(Setting setting) {
    Experiment e = setting.experiment();
    this.objective = e.objective();
    this.push = new double[e.dimension()][setting.lanes()];
    Draws draws = new Draws(setting.key(), setting.lanes());
    for (Object part : new Object[] {e.noise(), e.objective()}) {
      if (part instanceof Scattered scattered) {
        scatters.add(scattered.scatter(e.dimension(), setting.lanes(), draws, 0));
      }
    }
  }

  /** What is known of the noise where its law is not the same everywhere. */
  List<Scatter> scatters() {
    return scatters;
  }

  /** {@code out[k][i]}: the gradient where lane i is. */
  void at(Batch batch, double[][] out) {
    int n = batch.size();
    objective.gradient(batch.state(), n, out);
    for (Scatter scatter : scatters) {
      scatter.follow(batch);
      scatter.mean(n, push);
      for (int k = 0; k < push.length; k++) {
        addTo(out[k], push[k], n);
      }
    }
  }

  private static void addTo(double[] sum, double[] x, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += x[i];
    }
  }
}
