package org.escapement.data;

/**
 * The neural tangent kernel of an infinitely wide network with one hidden layer of rectified linear
 * units, weights and biases of variance 1: with s(x, y) = x.y/d + 1 and cos phi = s(x, y)/sqrt(s(x,
 * x) s(y, y)),
 *
 * <pre>K(x, y) = s(x, y) (pi - phi)/(2 pi) + (sin phi + (pi - phi) cos phi)/(2 pi)</pre>
 *
 * <p>Source: the code of M. Velikanov, D. Kuznedelev, D. Yarotsky, A view of mini-batch SGD via
 * generating functions, ICLR 2023; its second term is the arc-cosine kernel of order 1 (Y. Cho, L.
 * Saul, Kernel methods for deep learning, NeurIPS 2009) without the lengths of the rows.
 */
public record TangentKernel() implements Kernel {
  @Override
  public double at(double xx, double xy, double yy, int dimension) {
    double s = xy / dimension + 1;
    double norms = Math.sqrt((xx / dimension + 1) * (yy / dimension + 1));
    double cos = Math.max(-1, Math.min(1, s / norms));
    double rest = Math.PI - StrictMath.acos(cos);
    double sin = Math.sqrt(1 - cos * cos);
    return (s * rest + sin + rest * cos) / (2 * Math.PI);
  }
}
