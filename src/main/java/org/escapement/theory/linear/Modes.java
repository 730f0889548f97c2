package org.escapement.theory.linear;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.escapement.measure.Eigensystem;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.objective.FullQuadratic;
import org.escapement.theory.experiment.Quadratics;
import org.escapement.theory.kick.KickMoments;

/**
 * A quadratic f = 1/2 sum_a c_a y_a^2 in coordinates y_a = sum_k U_ka x_k, its modes.
 *
 * @param curvature c_a
 * @param rotation {@code [k][a]} U_ka; empty where the modes are the coordinates
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Modes(Vector curvature, Optional<double[][]> rotation) {
  /** Larger matrices take too long. */
  private static final int MOST_ROTATED = 200;

  /** Empty for other objectives, and for full matrices that are very large. */
  public static Optional<Modes> of(Objective objective) {
    if (objective instanceof FullQuadratic full) {
      return full.dimension() <= MOST_ROTATED ? Optional.of(of(full)) : Optional.empty();
    }
    return Quadratics.curvatures(objective).map(c -> new Modes(c, Optional.empty()));
  }

  private static Modes of(FullQuadratic full) {
    Eigensystem system = Eigensystem.of(full);
    int d = system.size();
    double[] curvature = new double[d];
    double[][] rotation = new double[d][d];
    for (int a = 0; a < d; a++) {
      curvature[a] = system.value(a);
      for (int k = 0; k < d; k++) {
        rotation[k][a] = system.component(a, k);
      }
    }
    return new Modes(Vector.of(curvature), Optional.of(rotation));
  }

  /** The same with the modes as coordinates, the largest curvature first. */
  public Modes alone() {
    return new Modes(
        Vector.of(order().stream().mapToDouble(curvature::at).toArray()), Optional.empty());
  }

  /** The modes by falling curvature; those of equal curvature stay in their order. */
  public List<Integer> order() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparingDouble(a -> -curvature.at(a)))
        .toList();
  }

  public int size() {
    return curvature.size();
  }

  /**
   * The kick on each mode; empty when it has no variance, and when it ties the modes together, as
   * kicks do that depend on a coordinate or are larger in one than in another.
   */
  public Optional<List<KickMoments>> kicks(Noise noise) {
    return KickMoments.of(noise, size())
        .filter(
            kicks ->
                rotation.isEmpty()
                    || (kicks.get(0).isSameEverywhere()
                        && kicks.stream().allMatch(kicks.get(0)::equals)));
  }

  /** The numbers of one mode in a whole state, whose blocks have a number for each coordinate. */
  public double[] startOf(int mode, Vector state) {
    int d = size();
    double[] start = new double[state.size() / d];
    for (int block = 0; block < start.length; block++) {
      if (rotation.isEmpty()) {
        start[block] = state.at(block * d + mode);
      } else {
        for (int k = 0; k < d; k++) {
          start[block] += rotation.get()[k][mode] * state.at(block * d + k);
        }
      }
    }
    return start;
  }
}
