package org.escapement.theory.chain;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.simulate.Experiment;
import org.escapement.theory.chain.NystromExit.Stretch;
import org.escapement.theory.kick.KickLaw;

/**
 * The probability that the next step leads out of the domain, as a function of the position, for an
 * experiment on the line without memory.
 *
 * @param low from here
 * @param high to here the walk is found, but for a negligible part on a half-line
 * @param probability in (0, 1) for every position inside the domain
 */
public record NextExit(double low, double high, DoubleUnaryOperator probability) {

  /**
   * Empty where the step depends on more than the position, or the law of the kick is not known.
   */
  public static Optional<NextExit> of(Experiment experiment) {
    return LineWalk.of(experiment)
        .flatMap(line -> line.walk(experiment).flatMap(walk -> of(line, walk)));
  }

  private static Optional<NextExit> of(LineWalk line, Walk walk) {
    Optional<Stretch> stretch = line.stretches(walk).stream().findFirst();
    return stretch.map(part -> new NextExit(part.low(), part.high(), x -> probability(walk, x)));
  }

  private static double probability(Walk walk, double x) {
    double centre = walk.map().applyAsDouble(x);
    KickLaw kick = walk.kick().apply(x);
    double below = walk.low() > Double.NEGATIVE_INFINITY ? kick.upperTail(centre - walk.low()) : 0;
    double above =
        walk.high() < Double.POSITIVE_INFINITY ? kick.upperTail(walk.high() - centre) : 0;
    return below + above;
  }
}
