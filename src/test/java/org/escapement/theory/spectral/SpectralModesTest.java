package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectralModesTest {

  @Test
  void refusesWhatIsNoSpectrum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpectralModes.of(new double[] {1, 0}, new double[2]))
        .withMessage("eigenvalue must be in (0, inf), got 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpectralModes.of(new double[] {1}, new double[] {-1}))
        .withMessage("signal must be in [0, inf), got -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpectralModes.of(new double[0], new double[0]));
  }

  @Test
  void sumsOfAGroup() {
    SpectralModes spectrum =
        SpectralModes.of(new double[] {1, 3}, new double[] {2, 4}, new double[] {2, 1});
    assertThat(spectrum.trace()).isEqualTo(5);
    assertThat(spectrum.largest()).isEqualTo(3);
    assertThat(spectrum.startLoss()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 2.5", "2, 5", "0.8, 0.5", "1.3, 0.34"})
  void quadratureOfAPowerLawIsTheSumOverItsModes(double nu, double kappa) {
    int modes = 5000;
    PowerLawModes law = Problems.law(nu, kappa);
    SpectralModes all = all(law, modes);
    SpectralModes few = law.withSignal(modes);

    assertThat(few.size()).isLessThan(450);
    assertThat(few.trace()).isCloseTo(all.trace(), within(1e-6 * all.trace()));
    BatchNoise noise = new BatchNoise(0.1, 1, 1);
    long[] steps = {1, 10, 100, 1000, 5000};
    Step step = new Step(0.4, 0.3);
    double[] exact = LossRecursion.losses(new SpectralProblem(all, noise), step, steps);
    double[] quadrature = LossRecursion.losses(new SpectralProblem(few, noise), step, steps);
    for (int i = 0; i < steps.length; i++) {
      assertThat(quadrature[i]).isCloseTo(exact[i], within(2e-6 * exact[i]));
    }
  }

  @Test
  void tailsAreAsTheySay() {
    PowerLawModes law = new PowerLawModes(1, 1.5, 2, 0.7);
    assertThat(2 * law.withTails(100).startLoss())
        .isCloseTo(2 - 2 * StrictMath.pow(101, -0.7), within(1e-12));
    assertThat(2 * law.withTails(10_000_000).startLoss())
        .isCloseTo(2 - 2 * StrictMath.pow(1e7 + 1, -0.7), within(1e-6));
  }

  @Test
  void binsKeepTheLoss() {
    SpectralModes all = all(Problems.law(1.5, 2.5), 10_000);
    SpectralModes bins = all.binned(100, 0.02);

    assertThat(bins.size()).isBetween(300, 500);
    assertThat(bins.trace()).isCloseTo(all.trace(), within(1e-12));
    assertThat(bins.startLoss()).isCloseTo(all.startLoss(), within(1e-12));
    BatchNoise noise = new BatchNoise(0.1, 1, 1);
    Step step = new Step(0.4, 0);
    for (long t : new long[] {10, 100, 1000, 4000}) {
      double exact = LossRecursion.loss(new SpectralProblem(all, noise), step, t);
      assertThat(LossRecursion.loss(new SpectralProblem(bins, noise), step, t))
          .isCloseTo(exact, within(0.02 * 0.02 / 8 * exact));
    }
  }

  @Test
  void binsDoNotDependOnTheOrderOfModes() {
    SpectralModes one =
        SpectralModes.of(new double[] {1, 0.5, 0.499, 2}, new double[] {1, 2, 3, 4}).binned(1, 0.1);
    assertThat(one.size()).isEqualTo(3);
    assertThat(one.eigenvalue(0)).isEqualTo(2);
    assertThat(one.count(2)).isEqualTo(2);
    assertThat(one.signal(2)).isEqualTo(5);
  }

  private static SpectralModes all(PowerLawModes law, int modes) {
    double[] lambda = new double[modes];
    double[] signal = new double[modes];
    for (int k = 1; k <= modes; k++) {
      lambda[k - 1] = law.scale() * FastMath.pow(k, -law.decay());
      signal[k - 1] = law.tail() * law.tailDecay() * FastMath.pow(k, -law.tailDecay() - 1);
    }
    return SpectralModes.of(lambda, signal);
  }
}
