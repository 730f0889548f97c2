package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.network.Network;
import org.escapement.objective.Ackley;
import org.escapement.objective.CoupledDoubleWell;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.DropWave;
import org.escapement.objective.ExactlySmoothed;
import org.escapement.objective.Expression;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.Griewank;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.LinearRegression;
import org.escapement.objective.LogisticRegression;
import org.escapement.objective.MuellerBrown;
import org.escapement.objective.PhaseRetrieval;
import org.escapement.objective.Quadratic;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Rosenbrock;
import org.escapement.objective.Saddle;
import org.escapement.objective.SaddleToy;
import org.escapement.objective.SharpFlat;
import org.escapement.objective.Smoothed;
import org.escapement.objective.StreamingPca;
import org.escapement.objective.StyblinskiTang;
import org.escapement.objective.TiltedDoubleWell;

/** The objectives of the catalogue. */
final class ObjectiveEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry(
              "objective",
              "quadratic",
              Quadratic.class,
              "1/2 sum_k c_k x_k^2 with a curvature for each axis"),
          entry(
              "objective",
              "isotropic-quadratic",
              IsotropicQuadratic.class,
              "curvature/2 |x|^2 in any dimension"),
          entry(
              "objective",
              "full-quadratic",
              FullQuadratic.class,
              "1/2 x'Hx with a symmetric Hessian H"),
          entry(
              "objective",
              "double-well",
              DoubleWell.class,
              "depth ((x/w)^2 - 1)^2, w the half-width: two wells and a barrier on the line"),
          entry(
              "objective",
              "tilted-double-well",
              TiltedDoubleWell.class,
              "the double well plus tilt x"),
          entry(
              "objective",
              "sharp-flat",
              SharpFlat.class,
              "a sharp well and a flat one, equally deep, on the line"),
          entry(
              "objective",
              "coupled-double-well",
              CoupledDoubleWell.class,
              "depth ((x/w)^2 - 1)^2 + coupling/2 (y - x)^2 in the plane"),
          entry(
              "objective",
              "saddle",
              Saddle.class,
              "1/2 sum_k c_k x_k^2 + confinement/4 sum_k x_k^4"),
          entry(
              "objective",
              "saddle-toy",
              SaddleToy.class,
              "1/2 sum_k c_k x_k^2 + sum_k x_k^10, the toy saddle of Wang, Lin, Abernethy 2020"),
          entry(
              "objective",
              "rastrigin",
              Rastrigin.class,
              "a bowl with a lattice of wells, in any dimension"),
          entry(
              "objective",
              "styblinski-tang",
              StyblinskiTang.class,
              "a quartic with two wells along each axis, in any dimension"),
          entry(
              "objective",
              "drop-wave",
              DropWave.class,
              "rings of ever higher minima around the deepest point, in any dimension"),
          entry(
              "objective",
              "ackley",
              Ackley.class,
              "a funnel with a lattice of wells, flat far away, in any dimension"),
          entry(
              "objective",
              "griewank",
              Griewank.class,
              "a wide bowl with very many shallow wells, in any dimension"),
          entry(
              "objective",
              "mueller-brown",
              MuellerBrown.class,
              "three wells on a curved valley in the plane, of theoretical chemistry"),
          entry(
              "objective",
              "rosenbrock",
              Rosenbrock.class,
              "a narrow curved valley, in any dimension from 2"),
          entry(
              "objective",
              "expression",
              Expression.class,
              "your own function, as a formula in one or more variables"),
          entry(
              "objective",
              "streaming-pca",
              StreamingPca.class,
              "the first principal component of a stream: each gradient from a new sample"),
          entry(
              "objective",
              "phase-retrieval",
              PhaseRetrieval.class,
              "a planted signal from squared projections, by batches of the rows of a data set"),
          entry(
              "objective",
              "least-squares",
              LeastSquares.class,
              "1/(2N) sum_i (x_i.w - y_i)^2 over the rows of a data set, by batches"),
          entry(
              "objective",
              "logistic-regression",
              LogisticRegression.class,
              "1/N sum_i log(1 + exp(-y_i x_i.w)) + ridge/2 |w|^2 over the rows of a data set"),
          entry(
              "objective",
              "network",
              Network.class,
              "the mean loss of a fully connected network over the rows of a data set, by batches"),
          entry(
              "objective",
              "linear-regression",
              LinearRegression.class,
              "least squares on fresh normal data each step, with the truth at the origin"),
          entry(
              "objective",
              "smoothed",
              Smoothed.class,
              "another objective smoothed, E f(x - delta u): each gradient from random points"),
          entry(
              "objective",
              "exactly-smoothed",
              ExactlySmoothed.class,
              "another objective smoothed, in closed form or by a quadrature on the line"));

  private ObjectiveEntries() {}
}
