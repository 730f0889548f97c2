package org.escapement.network;

import java.util.List;

/** The nonlinear function sigma of hidden units. A working copy, born on one thread. */
interface Activation {
  /** The words of job files. */
  List<String> WORDS = List.of("relu", "tanh");

  /** The one of a word. */
  static Activation of(String word) {
    return word.equals("relu") ? new Relu() : new Tanh();
  }

  /** h = sigma(z), in place. */
  void apply(double[] z, int n);

  /** d = sigma'(z) d, where h = sigma(z). */
  void timesSlope(double[] h, int n, double[] d);

  /**
   * out = out + sigma''(z) r d, where h = sigma(z) and {@code change} is sigma'(z) r: how h changes
   * when z changes by r.
   */
  void addBend(double[] h, double[] change, double[] d, int n, double[] out);
}
