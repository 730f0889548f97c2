package org.escapement.dynamics;

import java.util.Arrays;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.LaneValues;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;

/**
 * Moves one lane after the other by the rule of a {@link MomentumStepper}: where the gradient comes
 * from rows of data, a lane's position and momentum are rows, too. There is no noise but that of
 * the samples.
 *
 * <p>It keeps the state in rows from step to step; the batch has it in its own form only when
 * somebody looks.
 */
final class LaneStepper implements Stepper, Batch.Keeper {
  /** So many coordinates are moved at a time: what they need stays in the first-level cache. */
  private static final int PIECE = 512;

  private final LaneSamples samples;

  /** eta at each lane's step. */
  private final LaneValues stepSize;

  /** beta at each lane's step. */
  private final LaneValues momentum;

  private final MomentumStepper.Rule rule;
  private final Kernels kernels = Kernels.best();
  private final int dimension;
  private final int stride;

  /** eta, and beta, of the lane that is moved, as often as a piece has coordinates. */
  private final double[] eta;

  private final double[] beta;
  private final double[] noNoise;
  private final double[] gradient;
  private final double[] squares = new double[RowLoops.MULTIPLE];

  /** {@code [part][i][k]}: of lane i coordinate k of the position, and of the momentum if any. */
  private final double[][][] rows;

  /** Of large states, a piece: the gradient, the momentum, the position. */
  private final double[][] piece;

  /**
   * @param parts 1 when the state is the position, 2 when there is momentum
   */
  LaneStepper(
      LaneSamples samples,
      int dimension,
      int parts,
      Schedule stepSize,
      Schedule momentum,
      MomentumStepper.Rule rule,
      int lanes) {
    this.samples = samples;
    this.rule = rule;
    this.dimension = dimension;
    this.stride = samples.stride();
    this.stepSize = LaneValues.of(stepSize, lanes);
    this.momentum = LaneValues.of(momentum, lanes);
    this.eta = new double[Math.min(stride, PIECE)];
    this.beta = new double[eta.length];
    this.noNoise = new double[eta.length];
    this.piece = new double[3][eta.length];
    this.gradient = new double[stride];
    this.rows = new double[parts][lanes][stride];
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
    double[] etas = stepSize.at(batch, phase);
    double[] betas = momentum.at(batch, phase);
    for (int i = 0; i < batch.size(); i++) {
      samples.gradient(rows[0][i], i, phase, gradient);
      fill(eta, etas[i]);
      fill(beta, betas[i]);
      move(rows[rows.length - 1][i], rows[0][i]);
    }
    batch.keptBy(this);
  }

  private static void fill(double[] filled, double value) {
    if (filled[0] != value) {
      Arrays.fill(filled, value);
    }
  }

  private void move(double[] m, double[] x) {
    if (stride == eta.length) {
      rule.move(stride, eta, beta, gradient, noNoise, m, x);
    } else {
      for (int from = 0; from < stride; from += eta.length) {
        movePiece(from, Math.min(eta.length, stride - from), m, x);
      }
    }
  }

  /** Without momentum its array is that of the position, which must be written last. */
  private void movePiece(int from, int n, double[] m, double[] x) {
    System.arraycopy(gradient, from, piece[0], 0, n);
    System.arraycopy(m, from, piece[1], 0, n);
    System.arraycopy(x, from, piece[2], 0, n);
    rule.move(n, eta, beta, piece[0], noNoise, piece[1], piece[2]);
    System.arraycopy(piece[1], 0, m, from, n);
    System.arraycopy(piece[2], 0, x, from, n);
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
