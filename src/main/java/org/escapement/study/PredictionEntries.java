package org.escapement.study;

import java.util.List;
import org.escapement.domain.WholeSpace;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.chain.Deterministic;
import org.escapement.theory.chain.ExactMomentum;
import org.escapement.theory.chain.ExactQuasiStationary;
import org.escapement.theory.chain.ExactWalk;
import org.escapement.theory.chain.Noiseless;
import org.escapement.theory.critical.ExactRunningGradient;
import org.escapement.theory.diffusion.DriftlessExit;
import org.escapement.theory.diffusion.EyringKramers;
import org.escapement.theory.diffusion.HessianAwareExit;
import org.escapement.theory.diffusion.KramersWithFriction;
import org.escapement.theory.diffusion.MatchedOrnsteinUhlenbeck;
import org.escapement.theory.diffusion.OverdampedDiffusion;
import org.escapement.theory.diffusion.QuasiPotential;
import org.escapement.theory.diffusion.SecondOrderDiffusion;
import org.escapement.theory.diffusion.SteppedDiffusion;
import org.escapement.theory.inside.ExactInside;
import org.escapement.theory.leastsquares.BatchMoments;
import org.escapement.theory.master.DiscreteFokkerPlanck;
import org.escapement.theory.master.ExactHistogram;
import org.escapement.theory.master.FiniteSampleMoments;
import org.escapement.theory.master.LangevinHistogram;
import org.escapement.theory.moments.EquationMoments;
import org.escapement.theory.moments.ExactCharacteristic;
import org.escapement.theory.moments.ExactMoments;
import org.escapement.theory.noiselevel.ExactNoiseLevel;
import org.escapement.theory.noiselevel.OneStepDescent;
import org.escapement.theory.noiselevel.PublishedNoiseLevel;
import org.escapement.theory.noiselevel.StationaryNoiseLevel;
import org.escapement.theory.pca.LargestDelay;
import org.escapement.theory.pca.LimitDiffusion;
import org.escapement.theory.pca.LimitOde;
import org.escapement.theory.pca.PcaEscape;
import org.escapement.theory.pca.PcaEscapeLeading;
import org.escapement.theory.pca.PcaOptimum;
import org.escapement.theory.pca.PcaSettling;
import org.escapement.theory.regression.KestenTail;
import org.escapement.theory.regression.RegressionMoments;
import org.escapement.theory.saddle.LinearSaddle;
import org.escapement.theory.saddle.MomentumCeiling;
import org.escapement.theory.saddle.MomentumFactor;
import org.escapement.theory.saddle.SaddleDrift;
import org.escapement.theory.saddle.SaddlePassage;
import org.escapement.theory.saddle.ScheduledPassage;
import org.escapement.theory.smoothing.SmoothedMinima;
import org.escapement.theory.smoothing.SmoothingThreshold;
import org.escapement.theory.spectral.PowerLawPrediction;
import org.escapement.theory.spectral.SpectralLoss;
import org.escapement.theory.spectral.SpectralStability;
import org.escapement.theory.stable.NguyenStepSize;
import org.escapement.theory.stable.StableMomentum;
import org.escapement.theory.stable.StableNoise;
import org.escapement.theory.stable.StableSmallNoise;

/** The predictions of the catalogue. */
public final class PredictionEntries {
  /** Those that come with the program. */
  static final List<Prediction> OWN =
      List.of(
          new ExactWalk(),
          new ExactQuasiStationary(),
          new ExactMomentum(),
          new ExactMoments(),
          new ExactCharacteristic(),
          new ExactRunningGradient(),
          EquationMoments.order1(),
          EquationMoments.order2(),
          EquationMoments.hessianAware(),
          EquationMoments.overdamped(),
          new ExactNoiseLevel(),
          new StationaryNoiseLevel(),
          PublishedNoiseLevel.of2024(),
          PublishedNoiseLevel.of2025(),
          OneStepDescent.exact(),
          OneStepDescent.published(),
          new Deterministic(),
          RegressionMoments.trusted(),
          SpectralLoss.noiseless(),
          SpectralLoss.exact(),
          SpectralStability.exact(),
          BatchMoments.random(),
          BatchMoments.certain(),
          new StableNoise(),
          new SaddlePassage(),
          new SaddleDrift(),
          new OverdampedDiffusion(),
          new SteppedDiffusion(),
          new SecondOrderDiffusion(),
          new HessianAwareExit(),
          new QuasiPotential(),
          new EyringKramers(),
          new KramersWithFriction(),
          new MatchedOrnsteinUhlenbeck(),
          new DriftlessExit(),
          new LinearSaddle(),
          new ScheduledPassage(),
          new MomentumFactor(),
          new MomentumCeiling(),
          new StableSmallNoise(),
          new StableMomentum(),
          new Noiseless(),
          new PcaEscapeLeading(),
          new PcaEscape(),
          new LimitOde(),
          new LimitDiffusion(),
          new PcaOptimum(),
          new PcaSettling(),
          new LargestDelay(),
          new KestenTail(),
          RegressionMoments.heavy(),
          SpectralLoss.heavy(),
          SpectralLoss.meanField(),
          SpectralLoss.gaussian(),
          new PowerLawPrediction(),
          SpectralStability.meanField(),
          new NguyenStepSize(),
          new ExactHistogram(),
          new ExactInside(),
          new FiniteSampleMoments(),
          new DiscreteFokkerPlanck(),
          new LangevinHistogram(),
          new SmoothingThreshold(),
          new SmoothedMinima());

  private PredictionEntries() {}

  /** All of them, always in the same order: our own, then those of jars. */
  public static List<Prediction> all() {
    return Catalog.predictions();
  }

  /**
   * What one of them says of a cell: nothing where it lacks the one start that it needs, or where
   * exits are seen late; but a limit of small steps or little noise is that of late looks, too.
   */
  static List<Predicted> of(Prediction prediction, Cell cell) {
    Experiment experiment = cell.experiment();
    boolean isLate =
        experiment.monitoring().isLate() && !(experiment.domain() instanceof WholeSpace);
    return (prediction.needsStart() && !experiment.hasOneStart())
            || (isLate && prediction.kind() != Kind.ASYMPTOTIC)
        ? List.of()
        : prediction.of(experiment, cell.measures());
  }
}
