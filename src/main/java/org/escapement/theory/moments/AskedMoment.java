package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.escapement.measure.Frame;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.measure.Reading;
import org.escapement.measure.StateFunction;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;

/**
 * One moment to be predicted.
 *
 * @param function whose mean it is
 * @param frame the coordinates in which it is taken
 */
public record AskedMoment(StateFunction function, long step, Frame frame) {
  /** No moments: nothing is predicted for them here. */
  private static final Set<String> OTHERS = Set.of("off-axis", "positive");

  /** All that are measured of the dynamics itself, in the order of their steps. */
  public static List<AskedMoment> of(Experiment experiment, List<Measure<?>> measures) {
    List<AskedMoment> all = new ArrayList<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof Moments moments) {
        long[] steps = moments.at().steps(experiment.horizon());
        all.addAll(of(moments.of(), steps, experiment.dimension(), moments.frame()));
      }
    }
    return all.stream().distinct().sorted(Comparator.comparingLong(AskedMoment::step)).toList();
  }

  /** All moments that the words mean at some steps. */
  static List<AskedMoment> of(List<String> words, long[] steps, int dimension, Frame frame) {
    List<StateFunction> functions =
        StateFunction.of(words, dimension).stream()
            .filter(f -> !OTHERS.contains(f.word()))
            .filter(f -> !f.isOfObjective() || f.word().equals("loss"))
            .toList();
    List<AskedMoment> all = new ArrayList<>();
    for (long step : steps) {
      functions.forEach(function -> all.add(new AskedMoment(function, step, frame)));
    }
    return all;
  }

  /** The last step that is asked for; 0 when nothing is. */
  public static long last(List<AskedMoment> asked) {
    return asked.isEmpty() ? 0 : asked.get(asked.size() - 1).step;
  }

  /** The name of its reading. */
  public String name() {
    String quantity = frame.quantity(function.word());
    return new Reading(quantity, step, function.i(), function.j(), 0, 0, 0).name();
  }

  /**
   * What a law says of it.
   *
   * @param law in the coordinates of the frame
   */
  SampleLaw of(MomentLaw law) {
    int i = function.i() - 1;
    int j = function.j() - 1;
    return switch (function.word()) {
      case "loss" -> law.loss();
      case "norm" -> law.norm();
      case "mean" -> law.mean(i);
      case "velocity" -> law.velocity(i);
      case "velocity-second", "velocity-cross" -> law.velocitySecond(i, j);
      case "position-velocity", "position-velocity-cross" -> law.positionVelocity(i, j);
      default -> law.second(i, j);
    };
  }
}
