package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.measure.Difference;
import org.escapement.measure.Frame;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.Spread;

/** Predicted moments, and predicted differences between the moments of two dynamics. */
public final class MomentAnswer {
  /** Relative difference of numbers that are the same. */
  private static final double ROUNDING = 1e-12;

  private MomentAnswer() {}

  /** The values; those that are not finite are left out. */
  public static List<Predicted> of(List<AskedMoment> asked, LawPath path) {
    return of("", asked, samples(asked, path));
  }

  /** The values alone, for laws that are none of a sample. */
  public static List<Predicted> withoutSpread(List<AskedMoment> asked, LawPath path) {
    List<SampleLaw> means =
        samples(asked, path).stream().map(sample -> SampleLaw.ofMean(sample.mean())).toList();
    return of("", asked, means);
  }

  private static List<Predicted> of(
      String prefix, List<AskedMoment> asked, List<SampleLaw> samples) {
    List<Predicted> all = new ArrayList<>();
    for (int k = 0; k < asked.size(); k++) {
      SampleLaw sample = samples.get(k);
      if (Double.isFinite(sample.mean())) {
        AskedMoment one = asked.get(k);
        all.add(new Predicted(prefix + one.name(), one.step(), sample.mean(), Spread.of(sample)));
      }
    }
    return List.copyOf(all);
  }

  /** What a path says of all, each law asked for once. */
  private static List<SampleLaw> samples(List<AskedMoment> asked, LawPath path) {
    List<SampleLaw> samples = new ArrayList<>();
    Map<Frame, MomentLaw> seen = new HashMap<>();
    long step = -1;
    for (AskedMoment one : asked) {
      if (one.step() != step) {
        step = one.step();
        seen.clear();
        seen.put(Frame.PLAIN, path.at(step));
      }
      MomentLaw law = seen.get(Frame.PLAIN);
      samples.add(one.of(seen.computeIfAbsent(one.frame(), law::in)));
    }
    return samples;
  }

  /** What a difference asks for. */
  static List<AskedMoment> asked(Difference difference, Experiment experiment) {
    long[] steps = difference.at().steps(experiment.horizon());
    return AskedMoment.of(difference.of(), steps, experiment.dimension(), Frame.PLAIN);
  }

  /** The moments of the other dynamics, and other minus own. */
  static List<Predicted> differences(
      Difference difference, List<AskedMoment> asked, LawPath own, LawPath other) {
    List<SampleLaw> ofOwn = samples(asked, own);
    List<SampleLaw> ofOther = samples(asked, other);
    List<SampleLaw> apart = new ArrayList<>();
    for (int k = 0; k < asked.size(); k++) {
      apart.add(SampleLaw.ofMean(apart(ofOther.get(k), ofOwn.get(k))));
    }
    List<Predicted> all = new ArrayList<>(of("difference." + difference.to() + ".", asked, apart));
    all.addAll(of(difference.to() + ".", asked, ofOther));
    return all;
  }

  /** NaN where they are the same: what is measured of the difference then is rounding only. */
  private static double apart(SampleLaw other, SampleLaw own) {
    double difference = other.mean() - own.mean();
    double scale = Math.abs(own.mean()) + Math.sqrt(Math.max(0, own.variance()));
    return Math.abs(difference) <= ROUNDING * scale ? Double.NaN : difference;
  }
}
