package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.model.Separable;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.LinearDynamics;
import org.escapement.theory.linear.LinearEquations;
import org.escapement.theory.linear.LinearStep;
import org.escapement.theory.linear.ModeLaw;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.linear.NormalMode;
import org.escapement.theory.linear.PolynomialMode;
import org.escapement.theory.linear.StateLaw;

/** The exact law of the simulated recursion on a quadratic, from step to step. */
public final class QuadraticPath implements LawPath {
  /** Updates of single modes that one cell may cost: a second or so. */
  private static final double MOST_WORK = 1e7;

  /** How many times more the moments of high degree cost. */
  private static final double COST_OF_HIGH_DEGREE = 1000;

  private final LinearDynamics dynamics;
  private final Modes modes;
  private final boolean areIndependent;
  private final List<Single> distinct = new ArrayList<>();
  private final int[] number;
  private long step;
  private long sameUntil;

  /** One mode, and the step that it makes at present. */
  private static final class Single {
    private final double curvature;
    private final ModeLaw law;
    private LinearStep present;

    Single(double curvature, ModeLaw law) {
      this.curvature = curvature;
      this.law = law;
    }
  }

  private QuadraticPath(
      LinearDynamics dynamics, Modes modes, List<KickMoments> kicks, Vector startState) {
    this.dynamics = dynamics;
    this.modes = modes;
    this.areIndependent =
        modes.rotation().isEmpty() || kicks.stream().allMatch(KickMoments::keepsNormal);
    this.number = new int[modes.size()];
    Map<List<Object>, Integer> known = new HashMap<>();
    for (int a = 0; a < number.length; a++) {
      KickMoments kick = kicks.get(a);
      double curvature = modes.curvature().at(a);
      double[] start = modes.startOf(a, startState);
      List<Object> key = List.of(kick, curvature, Vector.of(start));
      number[a] = known.computeIfAbsent(key, k -> add(curvature, start, kick));
    }
  }

  private int add(double curvature, double[] start, KickMoments kick) {
    ModeLaw law =
        kick.keepsNormal()
            ? new NormalMode(start, kick.varianceAt(0))
            : new PolynomialMode(start, kick);
    distinct.add(new Single(curvature, law));
    return distinct.size() - 1;
  }

  /**
   * The law at step 0.
   *
   * @param last the last step that is asked for
   * @return empty for other objectives and dynamics, for noise without variance, for noise that
   *     feels the place on a quadratic that is not along the axes, and where it would take too long
   */
  public static Optional<QuadraticPath> of(Experiment experiment, long last) {
    return of(LinearDynamics.of(experiment.dynamics()), experiment, last)
        .or(() -> of(LinearEquations.of(experiment), experiment, last));
  }

  private static Optional<QuadraticPath> of(
      Optional<LinearDynamics> dynamics, Experiment experiment, long last) {
    Optional<Modes> modes = Modes.of(experiment.objective());
    Optional<List<KickMoments>> kicks =
        dynamics.flatMap(d -> modes.flatMap(m -> kicks(d, m, experiment)));
    if (kicks.isEmpty()) {
      return Optional.empty();
    }
    QuadraticPath path =
        new QuadraticPath(
            dynamics.get(),
            modes.get(),
            kicks.get(),
            experiment.dynamics().startState(experiment.position()));
    long most = (long) Math.ceil(MOST_WORK / path.cost()) + 1;
    return dynamics.get().stretches(last, most) < most ? Optional.of(path) : Optional.empty();
  }

  private static Optional<List<KickMoments>> kicks(
      LinearDynamics dynamics, Modes modes, Experiment experiment) {
    Optional<List<KickMoments>> kicks = modes.kicks(experiment.noise());
    if (dynamics.kicks() == LinearDynamics.Kicks.OF_THE_NOISE) {
      return kicks;
    }
    boolean isExact =
        experiment.objective() instanceof Separable f && f.constantCurvature().isPresent();
    return kicks
        .filter(all -> isExact && all.stream().allMatch(KickMoments::isSameEverywhere))
        .map(all -> all.stream().map(KickMoments::asNormal).toList());
  }

  private double cost() {
    double cost = 0;
    for (Single mode : distinct) {
      cost += mode.law instanceof NormalMode ? 1 : COST_OF_HIGH_DEGREE;
    }
    return cost * dynamics.parts();
  }

  @Override
  public QuadraticMoments at(long asked) {
    while (step < asked) {
      if (step >= sameUntil) {
        sameUntil = dynamics.sameUntil(step);
        distinct.forEach(mode -> mode.present = dynamics.at(step, mode.curvature));
      }
      long next = Math.min(asked, sameUntil);
      distinct.forEach(mode -> mode.law.advance(mode.present, (next - step) * dynamics.parts()));
      step = next;
    }
    List<StateLaw> states = distinct.stream().map(mode -> mode.law.state()).toList();
    return new QuadraticMoments(
        modes, Arrays.stream(number).mapToObj(states::get).toList(), areIndependent);
  }
}
