package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/** No kick at all. */
public record NoNoise() implements Noise {
  @Override
  public double index() {
    return 2;
  }

  @Override
  public int slots(int dimension) {
    return 0;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return Optional.of(Vector.zero(dimension));
  }

  @Override
  public boolean isNormal() {
    return true;
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new Zeros(new double[dimension][lanes]);
  }

  private static final class Zeros implements Kicks {
    private final double[][] zeros;

    Zeros(double[][] zeros) {
      this.zeros = zeros;
    }

    @Override
    public void draw(Batch batch) {}

    @Override
    public double[][] kicks(int phase, double[][] x, int n) {
      return zeros;
    }
  }
}
