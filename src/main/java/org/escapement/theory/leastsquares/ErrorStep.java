package org.escapement.theory.leastsquares;

import org.escapement.theory.linear.LinearDynamics;
import org.escapement.theory.linear.LinearStep;

/**
 * One step of all modes: error e and memory v of mode a become xx_a e + xv_a v + kickX w_a and vx_a
 * e + vv_a v + kickV w_a, where w is the noise of the gradient at whereX e + whereV v.
 */
final class ErrorStep {
  final double[] xx;
  final double[] xv;
  final double[] vx;
  final double[] vv;
  private LinearStep last;

  private ErrorStep(int size) {
    xx = new double[size];
    xv = new double[size];
    vx = new double[size];
    vv = new double[size];
  }

  /** Step number k of a dynamics; its kicks do not depend on the curvature. */
  static ErrorStep of(LinearDynamics dynamics, long k, double[] curvature) {
    ErrorStep all = new ErrorStep(curvature.length);
    for (int a = 0; a < curvature.length; a++) {
      all.set(a, dynamics.at(k, curvature[a]));
    }
    return all;
  }

  private void set(int a, LinearStep step) {
    last = step;
    xx[a] = step.matrix()[0][0];
    if (hasMemory()) {
      xv[a] = step.matrix()[0][1];
      vx[a] = step.matrix()[1][0];
      vv[a] = step.matrix()[1][1];
    }
  }

  private boolean hasMemory() {
    return last.kick().length > 1;
  }

  double kickX() {
    return last.kick()[0];
  }

  double kickV() {
    return hasMemory() ? last.kick()[1] : 0;
  }

  double whereX() {
    return last.where()[0];
  }

  double whereV() {
    return hasMemory() ? last.where()[1] : 0;
  }
}
