package org.escapement.theory;

import java.util.List;

/** The catalogue of predictions. */
public final class Predictions {
  private static final List<Prediction> ALL =
      List.of(
          new ExactWalk(),
          new ExactQuasiStationary(),
          new ExactMomentum(),
          new ExactMoments(),
          new ExactCharacteristic(),
          EquationMoments.order1(),
          EquationMoments.order2(),
          EquationMoments.hessianAware(),
          EquationMoments.overdamped(),
          new Deterministic(),
          RegressionMoments.trusted(),
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
          new NguyenStepSize());

  private Predictions() {}

  /** All of them, always in the same order. */
  public static List<Prediction> all() {
    return ALL;
  }
}
