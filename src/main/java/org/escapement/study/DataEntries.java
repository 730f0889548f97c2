package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.data.GaussianRows;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Haar;
import org.escapement.data.Isotropic;
import org.escapement.data.ListedSpectrum;
import org.escapement.data.NoData;
import org.escapement.data.PowerLaw;
import org.escapement.data.Signs;
import org.escapement.data.Torus;

/** The data sets of the catalogue, and the spectra they are made from. */
final class DataEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry(
              "data",
              "torus",
              Torus.class,
              "points on a circle seen through cosines and sines: translation-invariant"),
          entry(
              "data",
              "gaussian",
              GaussianRows.class,
              "a fixed sample of normal rows with a given spectrum, planted target, label noise"),
          entry(
              "data",
              "gaussian-signal",
              GaussianSignal.class,
              "standard normal rows and a random signal that is the solution"),
          entry(
              "data",
              "signs",
              Signs.class,
              "another data set with the signs of its targets, for classification"),
          entry(
              "data",
              "haar",
              Haar.class,
              "rows with exactly the given spectrum and Haar-random eigenvectors"),
          entry("data", "none", NoData.class, "no rows, where a data set may be missing"),
          entry("spectrum", "power-law", PowerLaw.class, "eigenvalues Lambda k^-nu"),
          entry("spectrum", "isotropic", Isotropic.class, "all eigenvalues alike"),
          entry("spectrum", "list", ListedSpectrum.class, "eigenvalues one by one"));

  private DataEntries() {}
}
