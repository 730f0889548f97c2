package org.escapement.noise;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Scattered.Scatter;

/** Mean and variance of a kick that is one of the offsets of its trajectory. */
final class SampleScatter implements Scatter {
  private final Offsets offsets;

  SampleScatter(Offsets offsets) {
    this.offsets = offsets;
  }

  @Override
  public void follow(Batch batch) {
    offsets.follow(batch);
  }

  @Override
  public void mean(int n, double[][] out) {
    for (int k = 0; k < offsets.dimension(); k++) {
      for (int i = 0; i < n; i++) {
        out[k][i] = offsets.mean(i, k);
      }
    }
  }

  @Override
  public void variance(double[][] x, double[][] direction, int n, double[] out) {
    double[] along = new double[offsets.samples()];
    for (int i = 0; i < n; i++) {
      Arrays.fill(along, 0);
      for (int k = 0; k < offsets.dimension(); k++) {
        addCentred(i, k, direction[k][i], along);
      }
      double sum = 0;
      for (double distance : along) {
        sum += distance * distance;
      }
      out[i] = sum / along.length;
    }
  }

  private void addCentred(int lane, int k, double factor, double[] along) {
    double mean = offsets.mean(lane, k);
    for (int j = 0; j < along.length; j++) {
      along[j] += factor * (offsets.of(k)[along.length * lane + j] - mean);
    }
  }
}
