package org.escapement.simulate;

import org.escapement.model.Region;

/** A region cut down to |x_k| < bound, so that a trajectory that diverges is noticed at once. */
final class BoundedRegion implements Region {
  private final Region region;
  private final int dimension;
  private final double bound;

  BoundedRegion(Region region, int dimension, double bound) {
    this.region = region;
    this.dimension = dimension;
    this.bound = bound;
  }

  @Override
  public void margin(double[][] x, int n, double[] out) {
    region.margin(x, n, out);
    for (int k = 0; k < dimension; k++) {
      double[] coordinate = x[k];
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(out[i], bound - Math.abs(coordinate[i]));
      }
    }
  }

  @Override
  public int side(double[][] x, int lane) {
    return region.side(x, lane);
  }
}
