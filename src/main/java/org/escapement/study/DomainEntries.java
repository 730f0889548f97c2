package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.domain.AroundStart;
import org.escapement.domain.AwayFromSolution;
import org.escapement.domain.Ball;
import org.escapement.domain.Box;
import org.escapement.domain.Complement;
import org.escapement.domain.Cone;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Intersection;
import org.escapement.domain.Interval;
import org.escapement.domain.LevelSet;
import org.escapement.domain.Slab;
import org.escapement.domain.WholeSpace;
import org.escapement.model.AfterSteps;
import org.escapement.monitoring.Bridge;
import org.escapement.monitoring.Every;
import org.escapement.monitoring.OnceTrained;
import org.escapement.monitoring.Shifted;

/** The domains of the catalogue, and how exits from them are watched. */
final class DomainEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry("domain", "interval", Interval.class, "stays while low < x < high, on the line"),
          entry("domain", "half-space", HalfSpace.class, "stays while normal.x > offset"),
          entry("domain", "ball", Ball.class, "stays while |x - center| < radius"),
          entry(
              "domain",
              "around-start",
              AroundStart.class,
              "stays within a distance from where all trajectories begin"),
          entry("domain", "box", Box.class, "stays while low_k < x_k < high_k for every k"),
          entry("domain", "slab", Slab.class, "stays while |x_axis| < half-width"),
          entry("domain", "cone", Cone.class, "stays while x_axis^2 < share |x|^2"),
          entry("domain", "level-set", LevelSet.class, "stays while f(x) < level"),
          entry("domain", "complement", Complement.class, "stays while outside another domain"),
          entry(
              "domain",
              "intersection",
              Intersection.class,
              "stays while inside all of several domains"),
          entry(
              "domain",
              "away-from-solution",
              AwayFromSolution.class,
              "stays while the distance from the objective's solution exceeds a share of its length"),
          entry("domain", "whole-space", WholeSpace.class, "never exits"),
          entry("monitoring", "at-steps", AfterSteps.class, "outside after a step"),
          entry(
              "monitoring",
              "every",
              Every.class,
              "outside after every K-th step: what happens between two looks is missed"),
          entry(
              "monitoring",
              "once-trained",
              OnceTrained.class,
              "away from where the accuracy was first seen to be high; training counts"),
          entry(
              "monitoring",
              "shifted",
              Shifted.class,
              "outside after a step, of a boundary moved inwards by what the steps overshoot"),
          entry(
              "monitoring",
              "bridge",
              Bridge.class,
              "outside after a step, or the Brownian bridge within it has crossed the boundary"));

  private DomainEntries() {}
}
