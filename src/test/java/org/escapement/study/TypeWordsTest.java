package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Matrix;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.junit.jupiter.api.Test;

class TypeWordsTest {
  private record Everything(
      double a,
      int b,
      long c,
      boolean d,
      String e,
      Vector f,
      Matrix g,
      Objective h,
      Schedule i,
      List<Noise> j,
      Optional<Double> k) {}

  @Test
  void namesEveryType() {
    List<String> words =
        Arrays.stream(Everything.class.getRecordComponents())
            .map(RecordComponent::getGenericType)
            .map(TypeWords::of)
            .toList();
    assertThat(words)
        .containsExactly(
            "a number",
            "a whole number",
            "a whole number",
            "true or false",
            "a text",
            "a list of numbers",
            "a list of rows of numbers",
            "an objective",
            "a schedule",
            "a list, each of them noise",
            "a number");
  }
}
