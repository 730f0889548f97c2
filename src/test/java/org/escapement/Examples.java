package org.escapement;

import java.util.List;
import java.util.stream.Stream;
import org.escapement.data.Csv;
import org.escapement.data.DataFile;
import org.escapement.data.DataSet;
import org.escapement.data.EigenbasisRows;
import org.escapement.data.GaussianRows;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Haar;
import org.escapement.data.Idx;
import org.escapement.data.Isotropic;
import org.escapement.data.Kernel;
import org.escapement.data.KernelFeatures;
import org.escapement.data.Libsvm;
import org.escapement.data.LinearKernel;
import org.escapement.data.ListedSpectrum;
import org.escapement.data.NoData;
import org.escapement.data.OneAgainstRest;
import org.escapement.data.Parquet;
import org.escapement.data.PowerLaw;
import org.escapement.data.RbfKernel;
import org.escapement.data.Signs;
import org.escapement.data.Spectrum;
import org.escapement.data.Standardised;
import org.escapement.data.Subset;
import org.escapement.data.TangentKernel;
import org.escapement.data.Torus;
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
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Cosine;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.ExactlyGraduated;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.GeometricStages;
import org.escapement.dynamics.Graduated;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.HeavyBallEquation1;
import org.escapement.dynamics.HeavyBallEquation2;
import org.escapement.dynamics.HeldPolynomial;
import org.escapement.dynamics.HessianAware;
import org.escapement.dynamics.LangevinBaoab;
import org.escapement.dynamics.LangevinEuler;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NesterovEquation2;
import org.escapement.dynamics.NoiseLevelMomentum;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Periodic;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.PolynomialStages;
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
import org.escapement.measure.Histogram;
import org.escapement.measure.Inside;
import org.escapement.measure.Measure;
import org.escapement.measure.Minima;
import org.escapement.measure.Moments;
import org.escapement.measure.NoiseLevel;
import org.escapement.measure.NoiseTailIndex;
import org.escapement.measure.OneStepSmoothing;
import org.escapement.measure.Quantiles;
import org.escapement.measure.RunningGradient;
import org.escapement.measure.TailIndex;
import org.escapement.measure.When;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Matrix;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.monitoring.Bridge;
import org.escapement.monitoring.Every;
import org.escapement.monitoring.OnceTrained;
import org.escapement.monitoring.Shifted;
import org.escapement.network.Clusters;
import org.escapement.network.Linearised;
import org.escapement.network.Network;
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
import org.escapement.rare.Hazard;
import org.escapement.start.InitialWeights;
import org.escapement.start.NormalStart;
import org.escapement.start.RowStart;
import org.escapement.start.SharedStart;
import org.escapement.start.Trained;
import org.escapement.start.UniformStart;

/** One or more of every description, with no two parameters equal: what contract tests run over. */
public final class Examples {
  private static final Schedule STEP_SIZE = new Constant(0.05);
  private static final Schedule MOMENTUM = new Constant(0.8);
  private static final Schedule DECAYING_STEP_SIZE = new Polynomial(0.06, 3, 0.6);
  private static final Schedule DECAYING_MOMENTUM = new Exponential(0.7, 5);

  private static final DataSet TORUS = new Torus(11, new PowerLaw(3, 1.75, 2), 0.75, 1.25);

  private static final Matrix HESSIAN = Matrix.of(new double[] {2, 0.5}, new double[] {0.5, -1});

  private Examples() {}

  public static List<Objective> objectives() {
    return List.of(
        new Quadratic(Vector.of(2, -0.5, 3)),
        new IsotropicQuadratic(1.5, 4),
        new FullQuadratic(HESSIAN),
        new DoubleWell(0.25, 1.5),
        new TiltedDoubleWell(0.25, 1.5, 0.1),
        new SharpFlat(0.25, 0.8, 2.5),
        new CoupledDoubleWell(0.25, 1.5, 2),
        new Saddle(Vector.of(1, -2, 0.5), 0.7),
        new SaddleToy(Vector.of(1, -0.1)),
        new Rastrigin(3, 8),
        new StyblinskiTang(2),
        new DropWave(2, 12),
        new DropWave(3, 5),
        new Ackley(3),
        new Griewank(4),
        new MuellerBrown(0.01),
        new Rosenbrock(2, 1, 100),
        new Expression("x^4/4 - x^2/2 + 0.1*sin(5*x)*y", List.of("x", "y")),
        new StreamingPca(Vector.of(4, 3, 2, 1), "gaussian"),
        new StreamingPca(Vector.of(1, 2.5), "rademacher"),
        new StreamingPca(Vector.of(2, 1, 3), "uniform"),
        new Rosenbrock(4, 0.9, 5),
        new PhaseRetrieval(new GaussianSignal(20, 3, 7), 2, "with-replacement"),
        new LeastSquares(new Torus(9, 2, 1.25, 0.75), 3, "without-replacement"),
        new LeastSquares(new Torus(9, 2, 1.25, 0.75), 2, "with-replacement"),
        new LeastSquares(new Torus(9, 2, 1.25, 0.75), 4, "reshuffling"),
        new LeastSquares(new Torus(15, 6, 1.25, 0.75), 5, "without-replacement"),
        new LogisticRegression(new Signs(new Torus(15, 6, 1.25, 0.75)), 6, "with-replacement", 0.2),
        new LogisticRegression(
            new Signs(new GaussianSignal(20, 3, 6)), 4, "without-replacement", 0.3),
        new LogisticRegression(new Signs(TORUS), 2, "reshuffling", 0),
        new LogisticRegression(
            new Signs(new GaussianSignal(20, 3, 6)),
            4,
            "without-replacement",
            0.3,
            new Signs(new GaussianSignal(9, 3, 7))),
        network(List.of(3), "relu", "cross-entropy", 4, "without-replacement"),
        network(List.of(4, 3), "tanh", "cross-entropy", 5, "with-replacement"),
        network(List.of(3, 2), "tanh", "squared", 6, "reshuffling"),
        new Network(
            TORUS,
            List.of(9),
            "relu",
            "squared",
            1,
            new Constant(3),
            "without-replacement",
            new NoData()),
        new LinearRegression(new Isotropic(3, 2.25), 2, 0.5, 1, 0),
        new LinearRegression(new PowerLaw(4, 1.5, 0.9), 3, 0, 0.75, 1.25),
        new Smoothed(new Rastrigin(3, 8), 0.3, "ball", 5),
        new Smoothed(new SharpFlat(0.25, 0.8, 2.5), 0.4, "gaussian", 2),
        new Smoothed(new FullQuadratic(HESSIAN), 0.75, "sphere", 1),
        new ExactlySmoothed(new TiltedDoubleWell(0.25, 1.5, 0.1), 0.35, "sphere"),
        new ExactlySmoothed(new MuellerBrown(0.01), 0.45, "gaussian"));
  }

  private static Network network(
      List<Integer> hidden, String activation, String loss, int batch, String sampling) {
    return new Network(
        new Clusters(17, 2, 3, 0.7),
        hidden,
        activation,
        loss,
        3,
        new Constant(batch),
        sampling,
        new Clusters(5, 2, 3, 0.8));
  }

  public static List<DataSet> data() {
    return List.of(
        new Torus(11, new PowerLaw(3, 1.75, 2), 0.25, 1.5),
        new GaussianRows(7, new Isotropic(3, 1.75), 0.25, 1.5, 0.1, 4),
        new GaussianRows(5, new PowerLaw(3, 1.75, 2), 0.25, 1.5, 0, 4),
        new Haar(7, new ListedSpectrum(Vector.of(3, 2, 1.25)), 0.25, 1.5, 4));
  }

  public static List<Spectrum> spectra() {
    return List.of(
        new PowerLaw(3, 1.75, 2), new Isotropic(4, 1.5), new ListedSpectrum(Vector.of(3, 2, 1.25)));
  }

  public static List<DataSet> dataFromFiles() {
    return List.of(
        new Idx(new DataFile("images.gz", "1f"), new DataFile("labels.gz", "2e")),
        new Csv(new DataFile("a.csv", "3d"), ";", false, "7"),
        new Libsvm(new DataFile("a.svm", "4c"), 5),
        new Parquet(new DataFile("a.parquet", "5b"), List.of("x", "z"), "y"),
        new Subset(TORUS, 6, "random", 2),
        new Standardised(TORUS, "per-feature", true),
        new OneAgainstRest(TORUS, 2.5),
        new Signs(TORUS),
        new NoData(),
        new GaussianSignal(12, 5, 3),
        new KernelFeatures(TORUS, new LinearKernel(), 4),
        new EigenbasisRows(TORUS),
        new Linearised(TORUS, List.of(3), "tanh", new SharedStart(new InitialWeights(1), 5)));
  }

  public static List<Kernel> kernels() {
    return List.of(new LinearKernel(), new RbfKernel(1.5), new TangentKernel());
  }

  public static List<Noise> noises() {
    return List.of(
        new NoNoise(),
        new Gaussian(0.7),
        new DiagonalGaussian(Vector.of(0.7, 0.2)),
        new FiniteSample(10, Vector.of(0.7, 0.2), true),
        new FiniteSample(11, Vector.of(0.7, 0.2), false),
        new FiniteSample(13, Vector.of(0.7, 0.2), true, "reshuffling"),
        new FiniteSample(4, Vector.of(0.7, 0.2), false, "reshuffling"),
        new Uniform(0.7),
        new Rademacher(0.7),
        new Laplace(0.7),
        new StudentT(3, 0.7),
        new StudentT(1, 0.7),
        new Stable(2, 0.7),
        new Stable(1.5, 0.7),
        new Stable(1, 0.7),
        new IsotropicStable(2, 0.7),
        new IsotropicStable(1.5, 0.7),
        new IsotropicStable(1, 0.7),
        new StateDependent(0.7, 0.4),
        new Minibatch(new Gaussian(0.7), new Constant(2.5), 0),
        new Minibatch(new Stable(1.5, 0.7), new Polynomial(2, 7, 0), 0),
        new Minibatch(new Gaussian(0.7), new Piecewise(Vector.of(1, 5), Vector.of(0, 6)), 50),
        new SumOfNoises(List.of(new Gaussian(0.3), new Stable(1.5, 0.7))));
  }

  public static List<Schedule> schedules() {
    return List.of(
        STEP_SIZE,
        DECAYING_STEP_SIZE,
        DECAYING_MOMENTUM,
        new Periodic(0.05, 0.4, 6),
        new HeldPolynomial(0.05, 2.5, 4, 1),
        new PolynomialStages(0.05, 7, 3, 0.9, 0.004),
        new GeometricStages(0.05, 0.7, 4),
        new Cosine(0.05, 0.01, 11),
        new NoiseLevelMomentum(
            "heavy-ball", 0.8, new Polynomial(1, 9, 0.4), STEP_SIZE, new Constant(8), 2, 1.5),
        new NoiseLevelMomentum(
            "normalised", 0.8, new Polynomial(1, 9, 0.5), STEP_SIZE, new Constant(7), 2, 1.25),
        new Piecewise(Vector.of(0.1, 0.05, 0.07), Vector.of(0, 3, 10)));
  }

  public static List<Dynamics> dynamics() {
    return Stream.concat(
            dynamics(STEP_SIZE, MOMENTUM), dynamics(DECAYING_STEP_SIZE, DECAYING_MOMENTUM))
        .toList();
  }

  private static Stream<Dynamics> dynamics(Schedule stepSize, Schedule momentum) {
    return Stream.of(
        new Sgd(stepSize),
        new HeavyBall(stepSize, momentum),
        new DelayedHeavyBall(stepSize, momentum, 0),
        new DelayedHeavyBall(stepSize, momentum, 5),
        new PytorchMomentum(stepSize, momentum),
        new NormalisedHeavyBall(stepSize, momentum),
        new Nesterov(stepSize, momentum),
        new QuasiHyperbolic(stepSize, momentum, 0.6),
        new Graduated(new Sgd(stepSize), stepSize, "gaussian", 3),
        new Graduated(new Nesterov(stepSize, momentum), momentum, "ball", 2),
        new ExactlyGraduated(new HeavyBall(stepSize, momentum), stepSize, "gaussian"),
        new EulerMaruyama(stepSize),
        new LangevinEuler(stepSize, 1.2, 0.3),
        new LangevinBaoab(stepSize, 1.2, 0.3),
        new SgdEquation1(stepSize, 3),
        new SgdEquation2(stepSize, 4),
        new HessianAware(stepSize, 2),
        new HeavyBallEquation1(stepSize, momentum, 1),
        new HeavyBallEquation2(stepSize, momentum, 2),
        new NesterovEquation2(stepSize, momentum, 5));
  }

  /** Domains of the plane, and an interval of the line. */
  public static List<Domain> domains() {
    return List.of(
        new Interval(-0.5, 2),
        new HalfSpace(Vector.of(3, -4), 0.5),
        new Ball(Vector.of(0.5, -1), 2),
        new Box(Vector.of(-1, -2), Vector.of(0.5, 3)),
        new LevelSet(1.7),
        new Complement(new Ball(Vector.of(0.5, -1), 2)),
        new Intersection(
            List.of(
                new HalfSpace(Vector.of(3, -4), 0.5),
                new Ball(Vector.of(0.5, -1), 1.25),
                new Box(Vector.of(-1, -2), Vector.of(0.5, 3)))),
        new WholeSpace(),
        new Slab(2, 1.25),
        new Cone(1, 0.5),
        new AwayFromSolution(0.25));
  }

  /** Domains that only make sense beside a start. */
  public static List<Domain> domainsByStart() {
    return List.of(new AroundStart(0.5));
  }

  public static List<Start> starts() {
    return List.of(
        new UniformStart(Vector.of(-1), Vector.of(0.5, 2)),
        new NormalStart(Vector.of(0.25), Vector.of(0.5)),
        new InitialWeights(0.5),
        new SharedStart(new UniformStart(Vector.of(-1), Vector.of(2)), 7),
        new RowStart(TORUS, 2),
        new Trained(new StartAt(Vector.of(1, 0.5)), new Sgd(STEP_SIZE), 3, false, 42));
  }

  public static List<When> whens() {
    return List.of(
        new AtHorizon(),
        new AtSteps(Vector.of(1, 5)),
        new EvenlySpaced(3),
        new GeometricallySpaced(4));
  }

  public static List<Measure<?>> measures() {
    return List.of(
        new Characteristic(1.5, new AtHorizon()),
        new Histogram(1, -2.5, 1.5, 7, new AtHorizon()),
        new Quantiles(List.of("loss", "mean"), Vector.of(0.1, 0.5), new AtHorizon()),
        new TailIndex(50),
        new NoiseTailIndex(30),
        new NoiseTailIndex(2, "coordinates", new EvenlySpaced(2)),
        new Inside(new Ball(Vector.of(0.25), 2), new AtHorizon()),
        new Minima(-1.5, 2.5, 40, 3),
        new ExitTime(),
        new Moments(List.of("loss", "mean"), new AtHorizon()),
        new Moments(List.of("velocity"), new EvenlySpaced(2), "eigenbasis", "solution"),
        new Difference("sgd-equation-2", List.of("loss", "second"), new AtHorizon(), 2),
        new Conditions(0.02, 0.001, 2, 3, 50, 4),
        new RunningGradient(0.5, "sampled", "squared", 3, 20),
        new RunningGradient(0.5, "full", "plain", 1, 20),
        new NoiseLevel(new EvenlySpaced(3)),
        new OneStepSmoothing(new EvenlySpaced(4)),
        new Hazard(7));
  }

  public static List<Monitoring> monitorings() {
    return List.of(
        new AfterSteps(), new Shifted(), new Bridge(), new Every(3), new OnceTrained(0.75, 20));
  }

  public static List<Object> all() {
    return Stream.<List<? extends Object>>of(
            objectives(),
            data(),
            spectra(),
            dataFromFiles(),
            kernels(),
            noises(),
            schedules(),
            dynamics(),
            domains(),
            domainsByStart(),
            starts(),
            monitorings(),
            whens(),
            measures())
        .<Object>flatMap(List::stream)
        .toList();
  }
}
