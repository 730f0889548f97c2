package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The images that the paper measures, where they are there. */
class MnistTest {
  private static final Files FILES = new LocalFiles();

  /** Counts of the ten digits, as published for the test images. */
  @Test
  void theImagesAreWhole() {
    Rows rows = Loaded.load(Mnist.images(), FILES);
    assertThat(rows.count()).isEqualTo(10_000);
    assertThat(rows.dimension()).isEqualTo(784);
    long[] counts = new long[10];
    Arrays.stream(rows.targets()).forEach(digit -> counts[(int) digit]++);
    assertThat(counts).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
    assertThat(Arrays.stream(rows.values()).max()).hasValue(255);
  }

  /**
   * The first 1000 images: numpy.linalg.eigvalsh of the same kernel gives l_2 = 0.0612113609, l_100
   * = 9.759472657e-4, l_1000 = 3.31782e-5, Tr = 1.81447168072 and 1.38687609355 for the root x of
   * sum l/(l + x) = 1. The paper's code prints 1.3688 for its own 1000 images, and draws l_2 =
   * 0.055, l_100 = 1e-3, l_1000 = 5e-5.
   */
  @Test
  @Tag("slow")
  void theKernelOfThePaperHasItsSpectrum() {
    DataSet images = new Standardised(new Subset(Mnist.images(), 1000, "first", 0), "global", true);
    Rows rows = Loaded.load(new KernelFeatures(images, new TangentKernel(), 1 << 20), FILES);
    double[] spectrum = new double[rows.dimension()];
    double loss = 0;
    for (int i = 0; i < rows.count(); i++) {
      loss += rows.targets()[i] * rows.targets()[i] / (2 * rows.count());
      for (int k = 0; k < spectrum.length; k++) {
        spectrum[k] += rows.at(i, k) * rows.at(i, k) / rows.count();
      }
    }
    assertThat(loss).isCloseTo(0.5, within(1e-12));
    assertThat(spectrum).hasSize(1000);
    assertThat(spectrum[0]).isCloseTo(1, within(1e-12));
    assertThat(spectrum[1]).isCloseTo(0.0612113609, within(1e-9));
    assertThat(spectrum[99]).isCloseTo(9.759472657e-4, within(1e-11));
    assertThat(spectrum[999]).isCloseTo(3.31782e-5, within(1e-9));
    assertThat(Arrays.stream(spectrum).sum()).isCloseTo(1.81447168072, within(1e-8));
    assertThat(critical(spectrum))
        .isCloseTo(1.38687609355, within(1e-8))
        .isCloseTo(1.3688, within(0.03));
  }

  /** The x with sum l/(l + x) = 1, by bisection. */
  private static double critical(double[] spectrum) {
    double low = 0;
    double high = spectrum.length;
    for (int step = 0; step < 100; step++) {
      double x = (low + high) / 2;
      boolean above = Arrays.stream(spectrum).map(l -> l / (l + x)).sum() > 1;
      low = above ? x : low;
      high = above ? high : x;
    }
    return low;
  }
}
