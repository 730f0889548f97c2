package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColourScaleTest {
  @Test
  void isLogarithmicBeyondADecade() {
    ColourScale scale = ColourScale.of(List.of(1e-3, 1.0, 1e3));
    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.level(1e-3)).isZero();
    assertThat(scale.level(1)).isEqualTo(ColourScale.LEVELS / 2);
    assertThat(scale.level(1e3)).isEqualTo(ColourScale.LEVELS - 1);
    assertThat(ColourScale.of(List.of(1.0, 9.0)).logarithmic()).isFalse();
    assertThat(ColourScale.of(List.of(-1.0, 900.0)).logarithmic()).isFalse();
  }

  @Test
  void showsSixteenDecadesAtMost() {
    ColourScale scale = ColourScale.of(List.of(1e-200, 0.0, 1.0));
    assertThat(scale.low()).isEqualTo(1e-16);
    assertThat(scale.level(0)).isZero();
    assertThat(scale.level(1e-200)).isZero();
  }

  @Test
  void oneValueHasAColour() {
    for (double value : new double[] {-2, 0, 5}) {
      ColourScale scale = ColourScale.of(List.of(value));
      assertThat(scale.level(value)).isEqualTo(ColourScale.LEVELS / 2);
      assertThat(scale.scale(0, 100).at(value)).isEqualTo(50);
    }
  }

  /** The ends of viridis, and lightness (CIE L*) that grows everywhere, as in its definition. */
  @Test
  void coloursGrowLighter() {
    assertThat(ColourScale.colour(0)).isEqualTo("#440154");
    assertThat(ColourScale.colour(ColourScale.LEVELS - 1)).isEqualTo("#fde725");
    double before = 0;
    for (int level = 0; level < ColourScale.LEVELS; level++) {
      double lightness = luminance(Integer.parseInt(ColourScale.colour(level).substring(1), 16));
      assertThat(lightness).isGreaterThan(before);
      before = lightness;
    }
  }

  private static double luminance(int colour) {
    double red = StrictMath.pow((colour >> 16 & 0xFF) / 255.0, 2.2);
    double green = StrictMath.pow((colour >> 8 & 0xFF) / 255.0, 2.2);
    double blue = StrictMath.pow((colour & 0xFF) / 255.0, 2.2);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}
