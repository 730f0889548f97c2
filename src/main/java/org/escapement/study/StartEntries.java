package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.start.InitialWeights;
import org.escapement.start.NormalStart;
import org.escapement.start.RowStart;
import org.escapement.start.SharedStart;
import org.escapement.start.Trained;
import org.escapement.start.UniformStart;

/** The starts of the catalogue, beside positions that are written down. */
final class StartEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry(
              "start", "uniform", UniformStart.class, "each trajectory its own, anywhere in a box"),
          entry(
              "start",
              "normal",
              NormalStart.class,
              "each trajectory its own, normal about a center"),
          entry(
              "start",
              "initial-weights",
              InitialWeights.class,
              "each trajectory its own weights, as random as the objective asks for"),
          entry(
              "start",
              "shared",
              SharedStart.class,
              "all trajectories at one draw of another start"),
          entry(
              "start",
              "trained",
              Trained.class,
              "where a training of the objective ends, which the driver does once"),
          entry("start", "row", RowStart.class, "a row of a data set, such as weights in a file"));

  private StartEntries() {}
}
