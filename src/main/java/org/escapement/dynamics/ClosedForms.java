package org.escapement.dynamics;

import java.util.HashMap;
import java.util.Map;
import org.escapement.model.Batch;
import org.escapement.model.LaneValues;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.random.Draws;

/** The gradients of smoothed functions in closed form, each lane at the width of its own step. */
final class ClosedForms implements Samples {
  /** Widths of stages are far fewer; those of a width for each step need not be kept. */
  private static final int MOST = 1024;

  private final Smoothable f;
  private final SmoothingLaw law;
  private final LaneValues delta;

  /** {@code [phase][i]}. */
  private final double[][] width;

  private final Map<Double, Objective> smoothed = new HashMap<>();

  /** Scratch, {@code [k][i]}: of the lanes that share a width. */
  private final double[][] some;

  private final double[][] gradient;

  ClosedForms(Smoothable f, SmoothingLaw law, LaneValues delta, int lanes) {
    this.f = f;
    this.law = law;
    this.delta = delta;
    this.width = new double[Draws.PHASES][lanes];
    this.some = new double[f.dimension()][lanes];
    this.gradient = new double[f.dimension()][lanes];
  }

  @Override
  public void draw(Batch batch) {
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      System.arraycopy(delta.at(batch, phase), 0, width[phase], 0, batch.size());
    }
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    double[] here = width[phase];
    int first = 0;
    while (first < n) {
      int end = first + 1;
      while (end < n && here[end] == here[first]) {
        end++;
      }
      if (end - first == n) {
        of(here[0]).gradient(x, n, out);
      } else {
        gradient(of(here[first]), x, first, end - first, out);
      }
      first = end;
    }
  }

  private Objective of(double delta) {
    if (smoothed.size() > MOST) {
      smoothed.clear();
    }
    return smoothed.computeIfAbsent(delta, width -> f.smoothed(law, width).orElseThrow());
  }

  /** Of so many neighbouring lanes. */
  private void gradient(Objective form, double[][] x, int first, int count, double[][] out) {
    for (int k = 0; k < some.length; k++) {
      System.arraycopy(x[k], first, some[k], 0, count);
    }
    form.gradient(some, count, gradient);
    for (int k = 0; k < some.length; k++) {
      System.arraycopy(gradient[k], 0, out[k], first, count);
    }
  }
}
