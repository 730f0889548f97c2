package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.FiniteSample;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Laplace;
import org.escapement.noise.Minibatch;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.StateDependent;
import org.escapement.noise.StudentT;
import org.escapement.noise.SumOfNoises;
import org.escapement.noise.Uniform;

/** The noises of the catalogue. */
final class NoiseEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry("noise", "none", NoNoise.class, "no kick"),
          entry(
              "noise",
              "gaussian",
              Gaussian.class,
              "independent normal coordinates; scale is the standard deviation"),
          entry(
              "noise",
              "diagonal-gaussian",
              DiagonalGaussian.class,
              "independent normal coordinates, each with a standard deviation of its own"),
          entry(
              "noise",
              "finite-sample",
              FiniteSample.class,
              "one of the n offsets that each trajectory has, drawn anew at each step"),
          entry(
              "noise",
              "uniform",
              Uniform.class,
              "independent uniform coordinates; scale is the standard deviation"),
          entry(
              "noise",
              "rademacher",
              Rademacher.class,
              "each coordinate -scale or +scale with probability 1/2"),
          entry(
              "noise",
              "laplace",
              Laplace.class,
              "independent Laplace coordinates; scale is the standard deviation"),
          entry(
              "noise",
              "student-t",
              StudentT.class,
              "independent coordinates: scale times Student's t"),
          entry(
              "noise",
              "stable",
              Stable.class,
              "independent symmetric alpha-stable coordinates: E exp(iuS) = exp(-|scale u|^alpha)"),
          entry(
              "noise",
              "isotropic-stable",
              IsotropicStable.class,
              "alpha-stable vector whose law no rotation changes"),
          entry(
              "noise",
              "state-dependent",
              StateDependent.class,
              "independent normal coordinates of size sqrt(scale^2 + (slope x_k)^2)"),
          entry(
              "noise",
              "minibatch",
              Minibatch.class,
              "the mean of a batch of kicks, its size a schedule"),
          entry("noise", "sum", SumOfNoises.class, "the sum of independent noises"));

  private NoiseEntries() {}
}
