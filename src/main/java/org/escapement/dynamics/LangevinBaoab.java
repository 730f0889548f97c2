package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * The BAOAB splitting of underdamped Langevin dynamics dX = V dt, dV = -friction V dt - grad f(X)
 * dt + sqrt(2 friction temperature) dW.
 *
 * <p>One step: B: v <- v - h/2 grad f(x); A: x <- x + h/2 v; O: v <- c v + sqrt((1 - c^2)
 * temperature) xi with c = exp(-friction h); A; B. Mass 1, velocity 0 at the start. On a quadratic
 * its stationary position has exactly the variance temperature/curvature at every stable step size.
 * Source: B. Leimkuhler and C. Matthews, Rational construction of stochastic numerical methods for
 * molecular sampling, Appl. Math. Res. Express 2013(1).
 *
 * <p>The noise is thermal and its own: the job's noise must be none.
 */
public record LangevinBaoab(
    @Parameter(value = "Time step h", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Friction", unit = "1/model time", range = "[0, inf)") double friction,
    @Parameter(value = "Temperature of the thermal noise", unit = "f", range = "[0, inf)")
        double temperature)
    implements Dynamics {

  /** Checks the ranges. */
  public LangevinBaoab {
    stepSize.check("(0, inf)", "step-size");
    Check.notNegative(friction, "friction");
    Check.notNegative(temperature, "temperature");
  }

  @Override
  public int stateDimension(int dimension) {
    return 2 * dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    int dimension = objective.dimension();
    if (noise.slots(dimension) > 0) {
      throw new IllegalArgumentException(
          "langevin-baoab has thermal noise of its own: noise must be none, got " + noise);
    }
    return new Splitting(
        objective,
        LaneValues.of(stepSize, h -> h / 2, lanes),
        LaneValues.of(stepSize, this::memory, lanes),
        LaneValues.of(stepSize, this::heat, lanes),
        new ThermalNoise(dimension, draws, lanes),
        new double[dimension][lanes]);
  }

  private double memory(double h) {
    return StrictMath.exp(-friction * h);
  }

  /** sqrt((1 - c^2) temperature), without cancellation. */
  private double heat(double h) {
    return Math.sqrt(-StrictMath.expm1(-2 * friction * h) * temperature);
  }

  private static final class Splitting implements Stepper {
    private final Objective objective;

    /** h/2 at each lane's step. */
    private final LaneValues halfStep;

    /** c at each lane's step. */
    private final LaneValues memory;

    /** sqrt((1 - c^2) temperature) at each lane's step. */
    private final LaneValues heat;

    private final ThermalNoise thermal;

    /** Scratch, {@code [k][i]}. */
    private final double[][] gradient;

    Splitting(
        Objective objective,
        LaneValues halfStep,
        LaneValues memory,
        LaneValues heat,
        ThermalNoise thermal,
        double[][] gradient) {
      this.objective = objective;
      this.halfStep = halfStep;
      this.memory = memory;
      this.heat = heat;
      this.thermal = thermal;
      this.gradient = gradient;
    }

    @Override
    public void draw(Batch batch) {
      thermal.draw(batch);
    }

    @Override
    public void advance(Batch batch, int phase) {
      int n = batch.size();
      int dimension = batch.dimension();
      double[][] x = batch.state();
      double[] h = halfStep.at(batch, phase);
      double[] c = memory.at(batch, phase);
      double[] amplitude = heat.at(batch, phase);
      double[][] xi = thermal.normals(phase);
      objective.gradient(x, n, gradient);
      for (int k = 0; k < dimension; k++) {
        double[] v = x[dimension + k];
        push(n, h, gradient[k], v);
        move(n, h, v, x[k]);
        thermalise(n, c, amplitude, xi[k], v);
        move(n, h, v, x[k]);
      }
      objective.gradient(x, n, gradient);
      for (int k = 0; k < dimension; k++) {
        push(n, h, gradient[k], x[dimension + k]);
      }
    }

    private static void push(int n, double[] h, double[] g, double[] v) {
      for (int i = 0; i < n; i++) {
        v[i] -= h[i] * g[i];
      }
    }

    private static void move(int n, double[] h, double[] v, double[] x) {
      for (int i = 0; i < n; i++) {
        x[i] += h[i] * v[i];
      }
    }

    private static void thermalise(int n, double[] c, double[] heat, double[] xi, double[] v) {
      for (int i = 0; i < n; i++) {
        v[i] = c[i] * v[i] + heat[i] * xi[i];
      }
    }
  }
}
