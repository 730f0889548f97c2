package org.escapement.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Vector;

/**
 * Stays while inside every one of several domains; the margin is the smallest of theirs, the side
 * that of the domain with the smallest margin (of the first of them when several are equal).
 *
 * <p>A side name that several domains use is preceded by the domain's place in the list: "1-out",
 * "2-out"; so is one that already begins with a place, so that all names differ.
 */
public record Intersection(@Parameter("The domains to stay inside of") List<Domain> of)
    implements Domain {

  /** Takes a copy. */
  public Intersection {
    of = List.copyOf(of);
    if (of.isEmpty()) {
      throw new IllegalArgumentException("of must name at least one domain");
    }
  }

  @Override
  public Domain in(int dimension) {
    return new Intersection(of.stream().map(domain -> domain.in(dimension)).toList());
  }

  @Override
  public List<String> sides(int dimension) {
    List<String> plain = new ArrayList<>();
    of.forEach(domain -> plain.addAll(domain.sides(dimension)));
    List<String> sides = new ArrayList<>();
    for (int j = 0; j < of.size(); j++) {
      for (String side : of.get(j).sides(dimension)) {
        boolean shared =
            Collections.frequency(plain, side) > 1 || Character.isDigit(side.charAt(0));
        sides.add(shared ? (j + 1) + "-" + side : side);
      }
    }
    return List.copyOf(sides);
  }

  @Override
  public Domain from(Vector start) {
    return new Intersection(of.stream().map(domain -> domain.from(start)).toList());
  }

  @Override
  public Region start(Objective objective, int lanes) {
    List<Region> regions = new ArrayList<>();
    List<Integer> firstSides = new ArrayList<>();
    int first = 0;
    for (Domain domain : of) {
      regions.add(domain.start(objective, lanes));
      firstSides.add(first);
      first += domain.sides(objective.dimension()).size();
    }
    return new Common(regions, firstSides, new double[lanes], new double[objective.dimension()][1]);
  }

  private static final class Common implements Region {
    private final List<Region> regions;

    /** Region to the place of its first side among all sides. */
    private final List<Integer> firstSides;

    /** Margins of one region. */
    private final double[] scratch;

    /** Scratch, {@code [k][0]}: one lane's position. */
    private final double[][] point;

    Common(List<Region> regions, List<Integer> firstSides, double[] scratch, double[][] point) {
      this.regions = regions;
      this.firstSides = firstSides;
      this.scratch = scratch;
      this.point = point;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      regions.get(0).margin(x, n, out);
      for (int j = 1; j < regions.size(); j++) {
        regions.get(j).margin(x, n, scratch);
        narrow(scratch, n, out);
      }
    }

    private static void narrow(double[] margin, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(out[i], margin[i]);
      }
    }

    @Override
    public int side(double[][] x, int lane) {
      for (int k = 0; k < point.length; k++) {
        point[k][0] = x[k][lane];
      }
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < regions.size(); j++) {
        regions.get(j).margin(point, 1, scratch);
        if (scratch[0] < least) {
          least = scratch[0];
          nearest = j;
        }
      }
      return firstSides.get(nearest) + regions.get(nearest).side(point, 0);
    }
  }
}
