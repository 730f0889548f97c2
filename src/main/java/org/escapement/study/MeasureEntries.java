package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Characteristic;
import org.escapement.measure.Conditions;
import org.escapement.measure.Difference;
import org.escapement.measure.EvenlySpaced;
import org.escapement.measure.ExitTime;
import org.escapement.measure.GeometricallySpaced;
import org.escapement.measure.Histogram;
import org.escapement.measure.Inside;
import org.escapement.measure.Minima;
import org.escapement.measure.Moments;
import org.escapement.measure.NoiseLevel;
import org.escapement.measure.NoiseTailIndex;
import org.escapement.measure.OneStepSmoothing;
import org.escapement.measure.Quantiles;
import org.escapement.measure.RunningGradient;
import org.escapement.measure.TailIndex;
import org.escapement.rare.Hazard;

/** The measures of the catalogue, and the steps at which they look. */
final class MeasureEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry(
              "measure",
              "exit-time",
              ExitTime.class,
              "when and by which side a trajectory leaves the domain; always recorded"),
          entry(
              "measure",
              "moments",
              Moments.class,
              "means of the loss, of coordinates and velocities, their squares and products at some"
                  + " steps"),
          entry(
              "measure",
              "difference",
              Difference.class,
              "how far another dynamics is in the mean, run with the same random numbers"),
          entry(
              "measure",
              "conditions",
              Conditions.class,
              "how often CNC, APAG, APCG and GrACE of Wang, Lin, Abernethy 2020 hold along the way"),
          entry(
              "measure",
              "running-gradient",
              RunningGradient.class,
              "steps and samples until the running mean of the gradient's length is small"),
          entry(
              "measure",
              "noise-level",
              NoiseLevel.class,
              "how far search directions are from the gradient, their noise and their bias"),
          entry(
              "measure",
              "one-step-smoothing",
              OneStepSmoothing.class,
              "where a noisy step and the descent after it lead, beside descent on the smoothed"
                  + " objective"),
          entry(
              "measure",
              "characteristic",
              Characteristic.class,
              "mean of cos(u x_k) at some steps: exists for every law, also without moments"),
          entry(
              "measure",
              "histogram",
              Histogram.class,
              "shares of the trajectories in equal bins of a coordinate at some steps"),
          entry(
              "measure",
              "inside",
              Inside.class,
              "share of the trajectories that are inside a region at some steps"),
          entry(
              "measure",
              "quantiles",
              Quantiles.class,
              "quantiles of the loss and other numbers over the trajectories at some steps"),
          entry(
              "measure",
              "tail-index",
              TailIndex.class,
              "tail index of |x| at the horizon from the largest of them (Hill)"),
          entry(
              "measure",
              "noise-tail-index",
              NoiseTailIndex.class,
              "index of the gradient noise from how its sums grow (Mohammadi)"),
          entry(
              "measure",
              "minima",
              Minima.class,
              "local minima in an interval of the line, seen through samples, by sign changes of the"
                  + " slope"),
          entry(
              "measure",
              "hazard",
              Hazard.class,
              "the chance of an exit per step from the law of the next step, for rare exits"),
          entry("when", "horizon", AtHorizon.class, "at the last step only"),
          entry("when", "steps", AtSteps.class, "at the given steps"),
          entry(
              "when", "linear", EvenlySpaced.class, "at evenly spaced steps, the last the horizon"),
          entry(
              "when",
              "geometric",
              GeometricallySpaced.class,
              "at steps a constant factor apart, from 1 to the horizon"));

  private MeasureEntries() {}
}
