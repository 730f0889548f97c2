package org.escapement.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The sum of independent noises, such as Gaussian and stable ones together.
 *
 * <p>Integrators scale each part by its own index; optimisers see the plain sum.
 */
public record SumOfNoises(@Parameter("The independent noises that add up") List<Noise> of)
    implements Noise {

  /** Takes a copy. */
  public SumOfNoises {
    of = List.copyOf(of);
    if (of.isEmpty()) {
      throw new IllegalArgumentException("of must name at least one noise");
    }
  }

  /** The smallest index of the parts: that of the heaviest tail. */
  @Override
  public double index() {
    return of.stream().mapToDouble(Noise::index).min().orElseThrow();
  }

  @Override
  public int slots(int dimension) {
    return of.stream().mapToInt(part -> part.slots(dimension)).sum();
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    double[] squares = new double[dimension];
    for (Noise part : of) {
      Optional<Vector> deviations = part.deviations(dimension);
      if (deviations.isEmpty()) {
        return deviations;
      }
      for (int k = 0; k < dimension; k++) {
        squares[k] += deviations.get().at(k) * deviations.get().at(k);
      }
    }
    return Optional.of(Vector.of(Arrays.stream(squares).map(Math::sqrt).toArray()));
  }

  @Override
  public boolean isNormal() {
    return of.stream().allMatch(Noise::isNormal);
  }

  @Override
  public List<Noise> parts() {
    return of.stream().flatMap(part -> part.parts().stream()).toList();
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    List<Kicks> parts = new ArrayList<>();
    int slot = firstSlot;
    for (Noise part : parts()) {
      parts.add(part.start(dimension, lanes, draws, slot));
      slot += part.slots(dimension);
    }
    return new Sum(parts, new double[dimension][lanes]);
  }

  private static final class Sum implements Kicks {
    private final List<Kicks> parts;

    /** Scratch, {@code [k][i]}. */
    private final double[][] sum;

    Sum(List<Kicks> parts, double[][] sum) {
      this.parts = parts;
      this.sum = sum;
    }

    @Override
    public void draw(Batch batch) {
      parts.forEach(part -> part.draw(batch));
    }

    @Override
    public double[][] kicks(int phase, double[][] x, int n) {
      Loops.copy(parts.get(0).kicks(phase, x, n), n, sum);
      for (Kicks part : parts.subList(1, parts.size())) {
        Loops.add(part.kicks(phase, x, n), n, sum);
      }
      return sum;
    }
  }
}
