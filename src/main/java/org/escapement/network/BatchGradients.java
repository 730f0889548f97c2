package org.escapement.network;

import org.escapement.data.Batches;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.objective.Transposed;

/** The gradients of a network's loss at batches of rows, one lane after the other. */
final class BatchGradients implements LaneSamples {
  private final Batches batches;
  private final int batch;
  private final Layers layers;
  private final Gradient gradient;

  BatchGradients(Batches batches, int batch, Layers layers, Passes passes) {
    this.batches = batches;
    this.batch = batch;
    this.layers = layers;
    this.gradient = new Gradient(layers, passes);
  }

  @Override
  public void draw(Batch lanes) {
    batches.draw(lanes);
  }

  @Override
  public int stride() {
    return layers.stride();
  }

  @Override
  public void gradient(double[] x, int lane, int phase, double[] out) {
    gradient.at(x, batches.at(phase), lane * batch, batch, out);
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    Transposed w = new Transposed(layers.dimension(), stride());
    Transposed g = new Transposed(layers.dimension(), stride());
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      for (int i = 0; i < tile; i++) {
        gradient(w.row(i), lane + i, phase, g.row(i));
      }
      g.write(lane, tile, out);
    }
  }
}
