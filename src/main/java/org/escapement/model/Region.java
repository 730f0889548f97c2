package org.escapement.model;

/** Tells for one batch how far inside a domain it is. Born on one thread, never serialized. */
public interface Region {

  /**
   * {@code out[i]}: positive inside, not positive from the boundary on, in the length unit of the
   * state unless the domain says otherwise. Callers test {@code !(margin > 0)}, so NaN counts as
   * out.
   */
  void margin(double[][] x, int n, double[] out);

  /** The same of the live lanes of a batch. */
  default void margin(Batch batch, double[] out) {
    margin(batch.state(), batch.size(), out);
  }

  /** By which side lane i is out: an index into {@link Domain#sides}. */
  int side(double[][] x, int lane);
}
