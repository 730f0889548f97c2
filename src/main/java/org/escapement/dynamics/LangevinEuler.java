package org.escapement.dynamics;

import java.util.List;
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
 * Euler's scheme for underdamped Langevin dynamics dX = V dt, dV = -friction V dt - grad f(X) dt +
 * sqrt(2 friction temperature) dW + dL: both right-hand sides at the old (x, v).
 *
 * <p>x' = x + h v and v' = v - h (friction v + grad f(x)) + sqrt(2 friction temperature h) xi + sum
 * over the parts of the job's noise of h^(1/index) times its kick. Mass 1, velocity 0 at the start.
 * Being explicit it heats a spring of curvature a: stable only while h < friction/a (roughly);
 * {@link LangevinBaoab} is the better scheme where the noise is thermal only.
 */
public record LangevinEuler(
    @Parameter(value = "Time step h", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Friction", unit = "1/model time", range = "[0, inf)") double friction,
    @Parameter(value = "Temperature of the thermal noise", unit = "f", range = "[0, inf)")
        double temperature)
    implements Dynamics {

  /** Checks the ranges. */
  public LangevinEuler {
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
    double heat = 2 * friction * temperature;
    return new Phase(
        objective,
        friction,
        LaneValues.of(stepSize, lanes),
        LaneValues.of(stepSize, h -> Math.sqrt(heat * h), lanes),
        new ThermalNoise(dimension, draws, lanes),
        DrivingNoise.of(noise, stepSize, dimension, draws, lanes),
        new double[dimension][lanes]);
  }

  private static final class Phase implements Stepper {
    private final Objective objective;
    private final double friction;
    private final LaneValues stepSize;

    /** sqrt(2 friction temperature h) at each lane's step. */
    private final LaneValues heat;

    private final ThermalNoise thermal;
    private final List<DrivingNoise> noise;

    /** Scratch, {@code [k][i]}. */
    private final double[][] gradient;

    Phase(
        Objective objective,
        double friction,
        LaneValues stepSize,
        LaneValues heat,
        ThermalNoise thermal,
        List<DrivingNoise> noise,
        double[][] gradient) {
      this.objective = objective;
      this.friction = friction;
      this.stepSize = stepSize;
      this.heat = heat;
      this.thermal = thermal;
      this.noise = noise;
      this.gradient = gradient;
    }

    @Override
    public void draw(Batch batch) {
      thermal.draw(batch);
      noise.forEach(part -> part.draw(batch));
    }

    @Override
    public void advance(Batch batch, int phase) {
      int n = batch.size();
      int dimension = batch.dimension();
      double[][] x = batch.state();
      noise.forEach(part -> part.take(batch, phase));
      objective.gradient(x, n, gradient);
      double[] h = stepSize.at(batch, phase);
      double[] amplitude = heat.at(batch, phase);
      double[][] xi = thermal.normals(phase);
      for (int k = 0; k < dimension; k++) {
        drift(n, h, x[dimension + k], x[k]);
        kick(n, h, gradient[k], amplitude, xi[k], x[dimension + k]);
        for (DrivingNoise part : noise) {
          part.addTo(x[dimension + k], k, n);
        }
      }
    }

    private static void drift(int n, double[] h, double[] v, double[] x) {
      for (int i = 0; i < n; i++) {
        x[i] += h[i] * v[i];
      }
    }

    private void kick(int n, double[] h, double[] g, double[] heat, double[] xi, double[] v) {
      double damping = friction;
      for (int i = 0; i < n; i++) {
        v[i] += heat[i] * xi[i] - h[i] * (damping * v[i] + g[i]);
      }
    }
  }
}
