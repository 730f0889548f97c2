package org.escapement.theory.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.WholeSpace;
import org.escapement.measure.Measure;
import org.escapement.measure.TailIndex;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** The power with which the stationary law of SGD on a stream of linear regression falls. */
public final class KestenTail implements Prediction {

  @Override
  public String name() {
    return "kesten-tail";
  }

  @Override
  public String summary() {
    return "Tail index of linear regression: the alpha with E |Me|^alpha = 1, M a step's matrix";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Kesten 1973, Acta Math. 131, 207; for SGD Gurbuzbalaban, Simsekli, Zhu 2021, theorem 2";
  }

  @Override
  public String validity() {
    return "linear-regression with isotropic inputs and labels that are noise, SGD, constant step size"
        + " with E ln |Me| < 0, whole space; exact for a large horizon and a small share of the numbers counted as"
        + " tail";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    Optional<Regression> regression =
        Regression.of(experiment)
            .filter(r -> r.label() > 0 && experiment.domain() instanceof WholeSpace);
    if (regression.isPresent() && measures.stream().anyMatch(m -> m instanceof TailIndex)) {
      OptionalDouble alpha = regression.get().tailIndex();
      alpha.ifPresent(a -> all.add(new Predicted(TailIndex.QUANTITY, experiment.horizon(), a)));
    }
    return all;
  }
}
