package org.escapement.study;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.HeavyBallEquation1;
import org.escapement.dynamics.HeavyBallEquation2;
import org.escapement.dynamics.HeldPolynomial;
import org.escapement.dynamics.HessianAware;
import org.escapement.dynamics.LangevinBaoab;
import org.escapement.dynamics.LangevinEuler;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NesterovEquation2;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Periodic;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.dynamics.SgdEquation1;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Characteristic;
import org.escapement.measure.Conditions;
import org.escapement.measure.Difference;
import org.escapement.measure.EvenlySpaced;
import org.escapement.measure.ExitTime;
import org.escapement.measure.GeometricallySpaced;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.measure.NoiseTailIndex;
import org.escapement.measure.TailIndex;
import org.escapement.measure.When;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.monitoring.Bridge;
import org.escapement.monitoring.Shifted;
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
import org.escapement.objective.CoupledDoubleWell;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.LinearRegression;
import org.escapement.objective.MuellerBrown;
import org.escapement.objective.PhaseRetrieval;
import org.escapement.objective.Quadratic;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Rosenbrock;
import org.escapement.objective.Saddle;
import org.escapement.objective.SaddleToy;
import org.escapement.objective.SharpFlat;
import org.escapement.objective.StreamingPca;
import org.escapement.objective.StyblinskiTang;
import org.escapement.objective.TiltedDoubleWell;
import org.escapement.rare.Hazard;

/**
 * All that a job file can name: word to record, kind by kind. A new objective, noise, dynamics,
 * schedule or domain is one line here.
 */
public final class Catalog {
  private static final Map<Class<?>, String> KINDS =
      Map.of(
          Objective.class, "objective",
          Noise.class, "noise",
          Dynamics.class, "dynamics",
          Schedule.class, "schedule",
          Domain.class, "domain",
          Monitoring.class, "monitoring",
          Measure.class, "measure",
          When.class, "when");

  private static final List<Entry> ENTRIES =
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
              "streaming-pca",
              StreamingPca.class,
              "the first principal component of a stream: each gradient from a new sample"),
          entry(
              "objective",
              "phase-retrieval",
              PhaseRetrieval.class,
              "a planted signal from squared projections, by samples of an instance's data"),
          entry(
              "objective",
              "linear-regression",
              LinearRegression.class,
              "least squares on fresh normal data each step, with the truth at the origin"),
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
          entry("noise", "sum", SumOfNoises.class, "the sum of independent noises"),
          entry("dynamics", "sgd", Sgd.class, "x <- x - eta g, g the gradient plus noise"),
          entry("dynamics", "heavy-ball", HeavyBall.class, "v <- beta v - eta g, x <- x + v"),
          entry(
              "dynamics",
              "delayed-heavy-ball",
              DelayedHeavyBall.class,
              "heavy ball with gradients of where it was some steps ago"),
          entry(
              "dynamics",
              "pytorch-momentum",
              PytorchMomentum.class,
              "m <- beta m + g, x <- x - eta m"),
          entry(
              "dynamics",
              "normalised-heavy-ball",
              NormalisedHeavyBall.class,
              "m <- beta m + (1 - beta) g, x <- x - eta m"),
          entry("dynamics", "nesterov", Nesterov.class, "Nesterov's accelerated gradient"),
          entry(
              "dynamics",
              "qhm",
              QuasiHyperbolic.class,
              "quasi-hyperbolic momentum: a weighted mean of SGD and momentum"),
          entry(
              "dynamics",
              "euler-maruyama",
              EulerMaruyama.class,
              "overdamped diffusion dX = -f'(X) dt + dL, by Euler and Maruyama"),
          entry(
              "dynamics",
              "langevin-euler",
              LangevinEuler.class,
              "underdamped Langevin diffusion, by Euler and Maruyama"),
          entry(
              "dynamics",
              "langevin-baoab",
              LangevinBaoab.class,
              "underdamped Langevin diffusion, by the BAOAB splitting"),
          entry(
              "dynamics",
              "sgd-equation-1",
              SgdEquation1.class,
              "modified equation of order 1 of SGD: dX = -f'(X) dt + sqrt(eta) dB"),
          entry(
              "dynamics",
              "sgd-equation-2",
              SgdEquation2.class,
              "modified equation of order 2 of SGD: the same for f + eta/4 |f'|^2"),
          entry(
              "dynamics",
              "hessian-aware",
              HessianAware.class,
              "Hessian-aware equation of SGD: the same law on quadratics"),
          entry(
              "dynamics",
              "heavy-ball-equation-1",
              HeavyBallEquation1.class,
              "modified equation of order 1 of heavy-ball and nesterov"),
          entry(
              "dynamics",
              "heavy-ball-equation-2",
              HeavyBallEquation2.class,
              "modified equation of order 2 of heavy-ball"),
          entry(
              "dynamics",
              "nesterov-equation-2",
              NesterovEquation2.class,
              "modified equation of order 2 of nesterov"),
          entry(
              "schedule",
              "constant",
              Constant.class,
              "the same at every step; a number alone means this"),
          entry("schedule", "piecewise", Piecewise.class, "values[j] from step from[j] on"),
          entry(
              "schedule", "polynomial", Polynomial.class, "initial (1 + k/steps)^-power at step k"),
          entry(
              "schedule",
              "held-polynomial",
              HeldPolynomial.class,
              "initial up to step hold, then initial (1 + (k - hold)/steps)^-power"),
          entry(
              "schedule",
              "periodic",
              Periodic.class,
              "another value at each step that is a multiple of the period, the first included"),
          entry("schedule", "exponential", Exponential.class, "initial exp(-k/steps) at step k"),
          entry("domain", "interval", Interval.class, "stays while low < x < high, on the line"),
          entry("domain", "half-space", HalfSpace.class, "stays while normal.x > offset"),
          entry("domain", "ball", Ball.class, "stays while |x - center| < radius"),
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
              "shifted",
              Shifted.class,
              "outside after a step, of a boundary moved inwards by what the steps overshoot"),
          entry(
              "monitoring",
              "bridge",
              Bridge.class,
              "outside after a step, or the Brownian bridge within it has crossed the boundary"),
          entry(
              "measure",
              "exit-time",
              ExitTime.class,
              "when and by which side a trajectory leaves the domain; always recorded"),
          entry(
              "measure",
              "moments",
              Moments.class,
              "means of the loss, of coordinates, their squares and products at some steps"),
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
              "characteristic",
              Characteristic.class,
              "mean of cos(u x_k) at some steps: exists for every law, also without moments"),
          entry(
              "measure",
              "tail-index",
              TailIndex.class,
              "tail index of |x| at the horizon from the largest of them (Hill)"),
          entry(
              "measure",
              "noise-tail-index",
              NoiseTailIndex.class,
              "index of the gradient noise at the horizon from how its sums grow (Mohammadi)"),
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

  private static final Map<String, Map<String, Entry>> BY_KIND = byKind();

  private Catalog() {}

  /**
   * Something with a name.
   *
   * @param kind such as "noise"
   * @param name the word under {@code type} in a job file
   * @param summary what it is, in one line
   * @param keys its parameters, in their order
   * @param type the record
   */
  public record Entry(
      String kind, String name, String summary, List<Key> keys, Class<? extends Record> type) {}

  /**
   * A parameter.
   *
   * @param name its key in a job file
   * @param type such as "a number" or "a list of numbers"
   * @param unit such as "length"; empty for a pure number
   * @param range the interval of every number in it; empty for all finite numbers
   * @param standard the value where the job file is silent, as YAML; empty where one is needed
   * @param meaning one sentence
   */
  public record Key(
      String name, String type, String unit, String range, String standard, String meaning) {}

  private static Map<String, Map<String, Entry>> byKind() {
    Map<String, Map<String, Entry>> kinds = new LinkedHashMap<>();
    for (Entry entry : ENTRIES) {
      kinds.computeIfAbsent(entry.kind(), kind -> new LinkedHashMap<>()).put(entry.name(), entry);
    }
    return Collections.unmodifiableMap(kinds);
  }

  /** The kinds of things, in the order of the experiment. */
  public static List<String> kinds() {
    return List.copyOf(BY_KIND.keySet());
  }

  /** All of a kind; none for a word that is no kind. */
  public static List<Entry> entries(String kind) {
    return List.copyOf(BY_KIND.getOrDefault(kind, Map.of()).values());
  }

  /** The words of a kind. */
  public static List<String> names(String kind) {
    return List.copyOf(BY_KIND.getOrDefault(kind, Map.of()).keySet());
  }

  /** The one of a kind with this name. */
  public static Optional<Entry> find(String kind, String name) {
    return Optional.ofNullable(BY_KIND.getOrDefault(kind, Map.of()).get(name));
  }

  /** The kind whose members implement this interface. */
  public static Optional<String> kindOf(Class<?> type) {
    return Optional.ofNullable(KINDS.get(type));
  }

  /** The word of a record of the catalogue; empty for any other. */
  public static Optional<String> word(Class<?> type) {
    return ENTRIES.stream().filter(entry -> entry.type() == type).map(Entry::name).findFirst();
  }

  /** The parameters of a record, in their order. */
  public static List<Key> keys(Class<? extends Record> type) {
    List<Key> keys = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.add(key(component));
    }
    return List.copyOf(keys);
  }

  /** Kebab-case: halfWidth and HalfWidth become half-width. */
  public static String kebab(String name) {
    return name.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Entry entry(
      String kind, String name, Class<? extends Record> type, String summary) {
    return new Entry(kind, name, summary, keys(type), type);
  }

  private static Key key(RecordComponent component) {
    Parameter told = component.getAnnotation(Parameter.class);
    String name = kebab(component.getName());
    String type = TypeWords.of(component.getGenericType());
    return told == null
        ? new Key(name, type, "", "", "", "")
        : new Key(name, type, told.unit(), told.range(), told.standard(), told.value());
  }
}
