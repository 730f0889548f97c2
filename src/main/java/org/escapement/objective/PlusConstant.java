package org.escapement.objective;

import org.escapement.model.Curved;

/** f(x) + c: what quadratics become when they are smoothed. */
record PlusConstant(Curved of, double constant) implements Curved {

  @Override
  public int dimension() {
    return of.dimension();
  }

  @Override
  public double cost() {
    return of.cost();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    of.value(x, n, out);
    for (int i = 0; i < n; i++) {
      out[i] += constant;
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    of.gradient(x, n, out);
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    of.hessianTimes(x, v, n, out);
  }
}
