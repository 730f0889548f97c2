package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StepHistogramTest {

  @Test
  void bucketsFollowOneAnotherWithoutGapOrOverlap() {
    int last = StepHistogram.bucketOf(Long.MAX_VALUE);
    for (int bucket = 0; bucket <= last; bucket++) {
      assertThat(StepHistogram.bucketOf(StepHistogram.firstStep(bucket))).isEqualTo(bucket);
      assertThat(StepHistogram.bucketOf(StepHistogram.lastStep(bucket))).isEqualTo(bucket);
      assertThat(StepHistogram.firstStep(bucket + 1)).isEqualTo(StepHistogram.lastStep(bucket) + 1);
    }
    assertThat(StepHistogram.lastStep(last)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void bucketsAreOneStepWideBelow2048AndNarrowEverywhere() {
    for (int bucket = 0; bucket <= StepHistogram.bucketOf(Long.MAX_VALUE); bucket++) {
      long first = StepHistogram.firstStep(bucket);
      long width = StepHistogram.lastStep(bucket) - first + 1;
      if (first < 2048) {
        assertThat(width).isEqualTo(1);
      } else {
        assertThat(width).isLessThanOrEqualTo(first >> 10);
      }
    }
  }

  @Test
  void gridOfEightToTheOctaveFallsOnEdges() {
    for (int octave = 3; octave < 60; octave++) {
      for (int eighth = 8; eighth < 16; eighth++) {
        long step = (long) eighth << (octave - 3);
        assertThat(StepHistogram.firstStep(StepHistogram.bucketOf(step))).isEqualTo(step);
      }
    }
  }

  @Test
  void mergingEqualsCountingAtOnce() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StepHistogram.Counter a = new StepHistogram.Counter();
    StepHistogram.Counter b = new StepHistogram.Counter();
    StepHistogram.Counter both = new StepHistogram.Counter();
    for (int i = 0; i < 5000; i++) {
      long steps = random.nextLong() >>> random.nextInt(1, 64);
      (random.nextBoolean() ? a : b).add(steps);
      both.add(steps);
    }
    StepHistogram merged = a.histogram().merge(b.histogram());
    assertThat(merged).isEqualTo(both.histogram()).hasSameHashCodeAs(both.histogram());
    assertThat(b.histogram().merge(a.histogram())).isEqualTo(merged);
    assertThat(merged.total()).isEqualTo(5000);
    assertThat(bytes(merged)).isEqualTo(bytes(both.histogram()));
    assertThat(read(bytes(merged))).isEqualTo(merged);
  }

  @Test
  void emptyOneTakesOneByte() throws IOException {
    StepHistogram empty = new StepHistogram.Counter().histogram();
    assertThat(bytes(empty)).hasSize(1);
    assertThat(read(bytes(empty))).isEqualTo(empty);
    assertThat(empty.merge(empty)).isEqualTo(empty);
  }

  @Test
  void refusesBytesOfSomethingElse() {
    assertThatThrownBy(() -> read(new byte[] {-1, -1, -1, -1, -1, -1, 1}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("expected a number below 55297, found ");
  }

  private static byte[] bytes(StepHistogram histogram) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    histogram.write(new DataOutputStream(out));
    return out.toByteArray();
  }

  private static StepHistogram read(byte[] bytes) throws IOException {
    return StepHistogram.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
