package org.escapement.theory.leastsquares;

import java.util.Arrays;
import java.util.List;
import org.escapement.measure.Measure;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.moments.AskedMoment;
import org.escapement.theory.moments.MomentAnswer;
import org.escapement.theory.regression.Regression;
import org.escapement.theory.spectral.SpectralLoss;

/** Moments of descent on least squares by batches, at each measured step. */
public final class BatchMoments implements Prediction {
  private static final String LOSS = "loss";

  /** A smaller share of what it was at the start is not known to nine digits. */
  private static final double KNOWN = 1e-12;

  /** The same for as many digits as a mean over trajectories has. */
  private static final double RESOLVED = 1e-22;

  private final boolean isCertain;

  private BatchMoments(boolean isCertain) {
    this.isCertain = isCertain;
  }

  /** Where batches are random. */
  public static BatchMoments random() {
    return new BatchMoments(false);
  }

  /** Where a batch is all rows. */
  public static BatchMoments certain() {
    return new BatchMoments(true);
  }

  @Override
  public String name() {
    return isCertain ? "exact-whole-batch" : "exact-batch-moments";
  }

  @Override
  public String summary() {
    return isCertain
        ? "Loss of least squares at each measured step when a batch is all rows"
        : "Loss, mean and second moments of least squares by batches at each measured step";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public boolean isCertain() {
    return isCertain;
  }

  @Override
  public String source() {
    return "Velikanov, Kuznedelev, Yarotsky 2023, arXiv 2206.11124: the linear recursion of the"
        + " second moments with the covariance of a batch's gradient (fourth moments of the data)";
  }

  @Override
  public String validity() {
    String data =
        isCertain
            ? "least-squares by batches of all rows; a loss that is lost in rounding is left out"
            : "least-squares on any data with independent batches, no epochs; linear-regression"
                + " but for what exact-regression-moments and regression-moments answer";
    return data
        + "; but for losses that exact-spectral-loss or exact-full-batch-loss answer; SGD or"
        + " momentum in any form and with any schedule, no other noise; at most 1000 coordinates"
        + " and steps times rows times coordinates squared below 2e10";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    if (!applies(experiment)) {
      return List.of();
    }
    boolean isLossKnown = SpectralLoss.isKnown(experiment);
    List<AskedMoment> asked =
        AskedMoment.of(experiment, measures).stream()
            .filter(one -> !one.name().equals(LOSS) || !isLossKnown)
            .toList();
    return asked.isEmpty() ? List.of() : answer(experiment, asked);
  }

  private List<Predicted> answer(Experiment experiment, List<AskedMoment> asked) {
    double startLoss = value(experiment.objective(), experiment.position());
    return ErrorPath.of(experiment, AskedMoment.last(asked))
        .map(path -> MomentAnswer.of(asked, path))
        .orElse(List.of())
        .stream()
        .filter(predicted -> isResolved(predicted, startLoss))
        .toList();
  }

  private boolean applies(Experiment experiment) {
    boolean isExact = experiment.objective() instanceof SampledObjective f && f.isExact();
    boolean isElsewhere = Regression.of(experiment).filter(r -> r.label() > 0).isPresent();
    return isExact == isCertain && !isElsewhere;
  }

  /** Coordinates may pass through zero, so that they are not certain to nine digits. */
  private boolean isResolved(Predicted predicted, double startLoss) {
    if (predicted.quantity().equals(LOSS)) {
      return predicted.value() > (isCertain ? KNOWN : RESOLVED) * startLoss;
    }
    return !isCertain;
  }

  private static double value(Objective objective, Vector at) {
    double[][] x = new double[at.size()][];
    Arrays.setAll(x, k -> new double[] {at.at(k)});
    double[] out = new double[1];
    objective.value(x, 1, out);
    return out[0];
  }
}
