package org.escapement.network;

import org.escapement.data.Batches;
import org.escapement.data.VaryingBatches;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.objective.Transposed;

/** The gradients of a network's loss at batches of rows, one lane after the other. */
final class BatchGradients implements LaneSamples {
  private final Batches batches;
  private final Places places;
  private final Layers layers;
  private final Gradient gradient;

  /** Which of the numbers of a batch belong to a lane. */
  interface Places {

    /** Where they begin. */
    int first(int lane);

    /** How many they are at the step of a phase. */
    int size(int phase, int lane);
  }

  private BatchGradients(Batches batches, Places places, Layers layers, Passes passes) {
    this.batches = batches;
    this.places = places;
    this.layers = layers;
    this.gradient = new Gradient(layers, passes);
  }

  /** Of batches of one size. */
  static BatchGradients constant(Batches batches, int size, Layers layers, Passes passes) {
    Places places =
        new Places() {
          @Override
          public int first(int lane) {
            return lane * size;
          }

          @Override
          public int size(int phase, int lane) {
            return size;
          }
        };
    return new BatchGradients(batches, places, layers, passes);
  }

  /** Of batches whose size follows a schedule. */
  static BatchGradients varying(VaryingBatches batches, Layers layers, Passes passes) {
    Places places =
        new Places() {
          @Override
          public int first(int lane) {
            return batches.first(lane);
          }

          @Override
          public int size(int phase, int lane) {
            return batches.size(phase, lane);
          }
        };
    return new BatchGradients(batches, places, layers, passes);
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
    gradient.at(x, batches.at(phase), places.first(lane), places.size(phase, lane), out);
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
