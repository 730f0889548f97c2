package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.measure.Reading;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;

/**
 * One moment to be predicted.
 *
 * @param word loss, mean, second, cross or norm
 * @param i first coordinate, from 1; 0 when it is of none
 * @param j second coordinate, from 1; 0 when it is of none
 */
public record AskedMoment(String word, long step, int i, int j) {

  /** All that are measured of the dynamics itself, in the order of their steps. */
  public static List<AskedMoment> of(Experiment experiment, List<Measure<?>> measures) {
    List<AskedMoment> all = new ArrayList<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof Moments moments) {
        long[] steps = moments.at().steps(experiment.horizon());
        all.addAll(of(moments.of(), steps, experiment.dimension()));
      }
    }
    return all.stream().distinct().sorted(Comparator.comparingLong(AskedMoment::step)).toList();
  }

  /** All moments that the words mean at some steps. */
  static List<AskedMoment> of(List<String> words, long[] steps, int dimension) {
    List<AskedMoment> all = new ArrayList<>();
    for (long step : steps) {
      words.forEach(word -> add(word, step, dimension, all));
    }
    return all;
  }

  private static void add(String word, long step, int dimension, List<AskedMoment> to) {
    switch (word) {
      case "mean" -> {
        for (int i = 1; i <= dimension; i++) {
          to.add(new AskedMoment(word, step, i, 0));
        }
      }
      case "second" -> {
        for (int i = 1; i <= dimension; i++) {
          to.add(new AskedMoment(word, step, i, i));
        }
      }
      case "cross" -> {
        for (int i = 1; i <= dimension; i++) {
          for (int j = i + 1; j <= dimension; j++) {
            to.add(new AskedMoment(word, step, i, j));
          }
        }
      }
      case "loss", "norm" -> to.add(new AskedMoment(word, step, 0, 0));
      default -> {
        // No moment, such as off-axis: nothing is predicted for it here.
      }
    }
  }

  /** The last step that is asked for; 0 when nothing is. */
  public static long last(List<AskedMoment> asked) {
    return asked.isEmpty() ? 0 : asked.get(asked.size() - 1).step;
  }

  /** The name of its reading. */
  public String name() {
    return new Reading(word, step, i, j, 0, 0, 0).name();
  }

  /** What a law says of it. */
  SampleLaw of(MomentLaw law) {
    return switch (word) {
      case "loss" -> law.loss();
      case "norm" -> law.norm();
      case "mean" -> law.mean(i - 1);
      default -> law.second(i - 1, j - 1);
    };
  }
}
