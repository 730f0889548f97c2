package org.escapement.theory.stable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Quadratics;
import org.escapement.theory.experiment.Well;
import org.escapement.theory.kick.KickLaws;

/** One big jump takes stable noise out of a well. */
public final class StableSmallNoise implements Prediction {
  /** The mean exit must take so many relaxation times. */
  private static final double SLOW = 5;

  /** The normal part must be so weak that its barriers are so many temperatures high. */
  private static final double NORMAL_BARRIER = 15;

  @Override
  public String name() {
    return "stable-small-noise";
  }

  @Override
  public String summary() {
    return "Exit of a well by one big jump of stable noise: distances matter, heights do not";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Imkeller, Pavlyukevich 2006, Stochastic Process. Appl. 116, 611, in our normalisation;"
        + " balls and discrete steps: the same argument";
  }

  @Override
  public String validity() {
    return "small stable noise, 0 < alpha < 2, without momentum; relative error of the order of the"
        + " noise's scale^alpha; mean exit time at least 5 relaxation times; one dimension with one"
        + " well in the domain, or a quadratic in a ball about its minimum; a normal part only if"
        + " its barriers exceed 15 T, and T more for each dimension after the first";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    Optional<KickLaws.StableSum> kick =
        descent.flatMap(d -> KickLaws.stablePart(experiment.noise(), d::factor));
    if (kick.isEmpty()) {
      return List.of();
    }
    Optional<Line> line = Line.of(experiment);
    return line.isPresent()
        ? line(line.get(), descent.get(), kick.get(), experiment)
        : ball(experiment, descent.get(), kick.get());
  }

  private static List<Predicted> line(
      Line line, Descent descent, KickLaws.StableSum kick, Experiment experiment) {
    Optional<Well> found = Well.of(line).filter(well -> isAlone(well, descent, experiment));
    if (found.isEmpty()) {
      return List.of();
    }
    Well well = found.get();
    double below = well.bottom() - line.low();
    double above = line.high() - well.bottom();
    double steps = StableExit.fromWell(kick.alpha(), kick.scale(), below, above);
    if (!(steps * descent.rate() * well.curvature() >= SLOW)) {
      return List.of();
    }
    double share =
        line.isBounded() ? StableExit.shareBelow(kick.alpha(), below, above) : Double.NaN;
    return line.isBounded()
        ? Answer.mean(steps, descent.timeStep(), line, share)
        : Answer.mean(steps, descent.timeStep());
  }

  /** Whether both ends are uphill or tops, and too high for the normal part of the noise. */
  private static boolean isAlone(Well well, Descent descent, Experiment experiment) {
    return isAloneAbove(well, descent, experiment)
        && isAloneAbove(well.mirrored(), descent, experiment);
  }

  private static boolean isAloneAbove(Well well, Descent descent, Experiment experiment) {
    double temperature =
        KickLaws.normalVariance(experiment.noise(), descent::factor) / (2 * descent.rate());
    if (well.line().high() == Double.POSITIVE_INFINITY) {
      return well.isClosedAbove(Math.max(temperature, 1e-3));
    }
    Optional<Well.Barrier> barrier = well.above();
    return barrier.isPresent()
        && barrier.get().way() != Well.Way.OVER_THE_TOP
        && well.height(barrier.get().top()) >= NORMAL_BARRIER * temperature;
  }

  private static List<Predicted> ball(
      Experiment experiment, Descent descent, KickLaws.StableSum kick) {
    Optional<Vector> curvatures = Quadratics.curvatures(experiment.objective());
    OptionalDouble radius = Quadratics.radiusAboutOrigin(experiment.domain());
    if (curvatures.isEmpty() || radius.isEmpty()) {
      return List.of();
    }
    double least = Quadratics.least(curvatures.get());
    double r = radius.getAsDouble();
    double temperature =
        KickLaws.normalVariance(experiment.noise(), descent::factor) / (2 * descent.rate());
    double steps =
        StableExit.fromWell(kick.alpha(), kick.scale(), r, kick.jumps(experiment.dimension()));
    boolean applies =
        least > 0
            && steps * descent.rate() * least >= SLOW
            && least * r * r / 2 >= (NORMAL_BARRIER + experiment.dimension() - 1) * temperature;
    return applies ? Answer.mean(steps, descent.timeStep()) : List.of();
  }
}
