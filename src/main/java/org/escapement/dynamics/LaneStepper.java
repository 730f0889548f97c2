package org.escapement.dynamics;

import java.util.Arrays;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.model.Stepper;

/**
 * Moves one lane after the other by the rule of a {@link MomentumStepper}: where the gradient comes
 * from rows of data, a lane's position and momentum are rows, too. Step size and momentum are
 * constant, and there is no noise but that of the samples.
 *
 * <p>It keeps the state in rows from step to step; the batch has it in its own form only when
 * somebody looks.
 */
final class LaneStepper implements Stepper, Batch.Keeper {
  private final LaneSamples samples;
  private final MomentumStepper.Rule rule;
  private final Kernels kernels = Kernels.best();
  private final int dimension;
  private final int stride;
  private final double[] eta;
  private final double[] beta;
  private final double[] noNoise;
  private final double[] gradient;
  private final double[] squares = new double[RowLoops.MULTIPLE];

  /** {@code [part][i][k]}: of lane i coordinate k of the position, and of the momentum if any. */
  private final double[][][] rows;

  /**
   * @param parts 1 when the state is the position, 2 when there is momentum
   */
  LaneStepper(
      LaneSamples samples,
      int dimension,
      int parts,
      double stepSize,
      double momentum,
      MomentumStepper.Rule rule,
      int lanes) {
    this.samples = samples;
    this.rule = rule;
    this.dimension = dimension;
    this.stride = samples.stride();
    this.eta = filled(stepSize);
    this.beta = filled(momentum);
    this.noNoise = new double[stride];
    this.gradient = new double[stride];
    this.rows = new double[parts][lanes][stride];
  }

  private double[] filled(double value) {
    double[] filled = new double[stride];
    Arrays.fill(filled, value);
    return filled;
  }

  @Override
  public void draw(Batch batch) {
    samples.draw(batch);
  }

  @Override
  public void advance(Batch batch, int phase) {
    if (!batch.isKeptBy(this)) {
      take(batch.state(), batch.size());
    }
    double[][] position = rows[0];
    double[][] momentum = rows[rows.length - 1];
    for (int i = 0; i < batch.size(); i++) {
      samples.gradient(position[i], i, phase, gradient);
      rule.move(stride, eta, beta, gradient, noNoise, momentum[i], position[i]);
    }
    batch.keptBy(this);
  }

  private void take(double[][] state, int n) {
    for (int part = 0; part < rows.length; part++) {
      double[][] to = rows[part];
      for (int i = 0; i < n; i++) {
        Arrays.fill(to[i], dimension, stride, 0);
        for (int k = 0; k < dimension; k++) {
          to[i][k] = state[part * dimension + k][i];
        }
      }
    }
  }

  @Override
  public void bring(double[][] state, int n) {
    for (int part = 0; part < rows.length; part++) {
      double[][] from = rows[part];
      for (int k = 0; k < dimension; k++) {
        double[] coordinate = state[part * dimension + k];
        for (int i = 0; i < n; i++) {
          coordinate[i] = from[i][k];
        }
      }
    }
  }

  /** Where the sum of the squares is small enough no coordinate needs to be looked at. */
  @Override
  public void narrow(double bound, int n, double[] margin) {
    double enough = 0.99 * bound * bound;
    for (int i = 0; i < n; i++) {
      kernels.squares(rows[0][i], stride, squares);
      double sum = 0;
      for (double square : squares) {
        sum += square;
      }
      if (!(sum < enough)) {
        for (int k = 0; k < dimension; k++) {
          margin[i] = Math.min(margin[i], bound - Math.abs(rows[0][i][k]));
        }
      }
    }
  }
}
