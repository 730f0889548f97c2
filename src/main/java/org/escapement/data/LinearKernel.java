package org.escapement.data;

/** K(x, y) = x.y/d. */
public record LinearKernel() implements Kernel {
  @Override
  public double at(double xx, double xy, double yy, int dimension) {
    return xy / dimension;
  }
}
