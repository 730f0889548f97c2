package org.escapement.domain;

import java.util.List;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Vector;

/** Stays while outside another domain and off its boundary; the margin is minus that one's. */
public record Complement(@Parameter("The domain to stay out of") Domain of) implements Domain {

  @Override
  public Domain in(int dimension) {
    return new Complement(of.in(dimension));
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("in");
  }

  @Override
  public Domain from(Vector start) {
    return new Complement(of.from(start));
  }

  @Override
  public Region start(Objective objective, int lanes) {
    return new Outside(of.start(objective, lanes));
  }

  private static final class Outside implements OneSided {
    private final Region inside;

    Outside(Region inside) {
      this.inside = inside;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      inside.margin(x, n, out);
      for (int i = 0; i < n; i++) {
        out[i] = -out[i];
      }
    }
  }
}
