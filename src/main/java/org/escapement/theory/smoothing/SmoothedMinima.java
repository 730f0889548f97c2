package org.escapement.theory.smoothing;

import java.util.ArrayList;
import java.util.List;
import org.escapement.measure.Measure;
import org.escapement.measure.Minima;
import org.escapement.objective.SmoothedObjective;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** How many minima a smoothed objective has. */
public final class SmoothedMinima implements Prediction {

  @Override
  public String name() {
    return "smoothed-minima";
  }

  @Override
  public String summary() {
    return "Number of local minima of f_delta itself, between the places where they are looked for";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "sign changes of f_delta', f_delta(x) = E f(x - delta u) in closed form or by quadrature";
  }

  @Override
  public String validity() {
    return "smoothed or exactly-smoothed on the line, measure minima; exact as the number of samples"
        + " grows, except at widths at which a minimum vanishes";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof Minima asked
          && experiment.dimension() == 1
          && experiment.objective() instanceof SmoothedObjective smoothed) {
        double[] slopes = Slopes.at(smoothed.mean(), asked.points(), asked::place);
        all.add(new Predicted(Minima.QUANTITY, Minima.count(slopes.length, p -> slopes[p])));
      }
    }
    return List.copyOf(all);
  }
}
