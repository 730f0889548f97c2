package org.escapement.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  private static final int[] IMAGES = {2, 2, 3};
  private static final int[] LABELS = {2};

  @TempDir Path folder;
  private final byte[] images = Stored.idx(IMAGES, 1, 2, 3, 4, 5, 255, 7, 8, 9, 10, 11, 12);
  private final byte[] labels = Stored.idx(LABELS, 9, 0);

  private Rows rows(byte[] imageBytes, byte[] labelBytes) {
    DataFile image = Stored.file(folder, "images", imageBytes);
    DataFile label = Stored.file(folder, "labels", labelBytes);
    return new Idx(image, label).rows(new LocalFiles());
  }

  @Test
  void anImageIsARow() {
    Rows rows = rows(images, labels);
    assertThat(rows)
        .isEqualTo(
            Rows.of(
                new double[][] {{1, 2, 3, 4, 5, 255}, {7, 8, 9, 10, 11, 12}}, new double[] {9, 0}));
    assertThat(rows(Stored.packed(images), Stored.packed(labels))).isEqualTo(rows);
  }

  @Test
  void readsOtherTypesOfNumbers() {
    ByteBuffer numbers = ByteBuffer.allocate(4 + 4 + 16);
    numbers.putInt(0x00000E01).putInt(2).putDouble(-1.5).putDouble(3);
    assertThat(rows(images, numbers.array()).targets()).containsExactly(-1.5, 3);
    ByteBuffer nan = ByteBuffer.allocate(4 + 4 + 8);
    nan.putInt(0x00000D01).putInt(2).putFloat(1).putFloat(Float.NaN);
    refused(images, nan.array(), "labels: byte 12: not a finite number: NaN");
  }

  @Test
  void refusesWhatIsNoSuchFile() {
    refused(
        "no idx".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
        labels,
        "images: byte 0: no IDX file");
    refused(changed(images, 2, 7), labels, "images: byte 2: no type of numbers: 0x07");
    refused(images, changed(labels, 0, 1), "labels: byte 0: no IDX file");
    refused(changed(images, 3, 0), labels, "images: byte 3: 0 dimensions");
    refused(changed(images, 11, 0), labels, "images: byte 8: a dimension of size 0");
    refused(changed(images, 4, 127), labels, "images: byte 28: ends here; [2130706434, 2, 3]");
  }

  @Test
  void refusesWhatIsTooShortOrTooLong() {
    refused(
        Arrays.copyOf(images, 20), labels, "images: byte 20: ends here; [2, 2, 3] numbers need 28");
    refused(Arrays.copyOf(images, 31), labels, "images: byte 28: 3 bytes follow the last of");
    refused(Arrays.copyOf(images, 3), labels, "images: byte 0: no IDX file");
    byte[] packed = Stored.packed(images);
    refused(
        Arrays.copyOf(packed, packed.length - 3),
        labels,
        "images: its gzip data end too early, at byte %d".formatted(packed.length - 3));
    refused(changed(packed, packed.length - 6, 0x55), labels, "images: damaged gzip data after");
    refused(
        Stored.packed(Arrays.copyOf(images, 20)), labels, "images: byte 20 unpacked: ends here;");
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() {
    refused(images, images, "labels: byte 3: labels have 1 dimension, these numbers have 3");
    refused(labels, labels, "images: byte 3: images have 2 dimensions or more");
    refused(images, Stored.idx(new int[] {3}, 1, 2, 3), "labels: byte 4: 3 labels, but 2 images");
  }

  private static byte[] changed(byte[] bytes, int at, int to) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) to;
    return changed;
  }

  private void refused(byte[] imageBytes, byte[] labelBytes, String why) {
    assertThatThrownBy(() -> rows(imageBytes, labelBytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder + "/" + why);
  }
}
