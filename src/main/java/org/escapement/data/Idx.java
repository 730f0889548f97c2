package org.escapement.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.escapement.model.Parameter;

/**
 * Images and their labels in IDX files, as MNIST comes: the numbers of image i one after the other
 * are row i, its label is the target.
 *
 * <p>An IDX file is two zero bytes, a byte for the type of its numbers, a byte for the number of
 * dimensions, each dimension in four bytes, and the numbers; big-endian.
 *
 * <p>Source: Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST database of handwritten digits.
 */
public record Idx(
    @Parameter("IDX file of the images, packed by gzip or not") DataFile images,
    @Parameter("IDX file of the labels, packed by gzip or not") DataFile labels)
    implements DataSet {
  private static final int WORD = 4;
  private static final int TYPE = 2;
  private static final int DIMENSIONS = 3;

  @Override
  public boolean isRead() {
    return true;
  }

  @Override
  public Rows rows(Files files) {
    Numbers image = numbers(Unpacked.of(images, files));
    Numbers label = numbers(Unpacked.of(labels, files));
    if (label.sizes.length != 1) {
      throw label.file.wrongAt(
          DIMENSIONS, "labels have 1 dimension, these numbers have " + label.sizes.length);
    }
    if (image.sizes.length < 2) {
      throw image.file.wrongAt(DIMENSIONS, "images have 2 dimensions or more, these numbers 1");
    }
    if (image.sizes[0] != label.sizes[0]) {
      throw label.file.wrongAt(
          WORD, "%d labels, but %d images".formatted(label.sizes[0], image.sizes[0]));
    }
    double[] targets = new double[label.sizes[0]];
    Arrays.setAll(targets, label::at);
    int each = image.count() / image.sizes[0];
    return Rows.written(
        each,
        targets,
        (i, values, from) -> {
          for (int k = 0; k < each; k++) {
            values[from + k] = image.at(i * each + k);
          }
        });
  }

  /** The numbers of a file. */
  private record Numbers(Unpacked file, ByteBuffer bytes, Type type, int[] sizes) {
    int count() {
      return (int) product(sizes);
    }

    double at(int j) {
      return type.read(bytes, (1 + sizes.length) * WORD + j * type.bytes);
    }
  }

  private enum Type {
    UNSIGNED_BYTE(0x08, 1),
    SIGNED_BYTE(0x09, 1),
    SHORT(0x0B, 2),
    INT(0x0C, 4),
    FLOAT(0x0D, 4),
    DOUBLE(0x0E, 8);

    final int code;
    final int bytes;

    Type(int code, int bytes) {
      this.code = code;
      this.bytes = bytes;
    }

    double read(ByteBuffer from, int at) {
      return switch (this) {
        case UNSIGNED_BYTE -> Byte.toUnsignedInt(from.get(at));
        case SIGNED_BYTE -> from.get(at);
        case SHORT -> from.getShort(at);
        case INT -> from.getInt(at);
        case FLOAT -> from.getFloat(at);
        case DOUBLE -> from.getDouble(at);
      };
    }
  }

  private static Numbers numbers(Unpacked file) {
    ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
    int length = bytes.capacity();
    if (length < WORD || bytes.getShort(0) != 0) {
      throw file.wrongAt(0, "no IDX file: it does not begin with two zero bytes and two more");
    }
    Type type = type(file, bytes.get(TYPE));
    int[] sizes = new int[bytes.get(DIMENSIONS)];
    int header = (1 + sizes.length) * WORD;
    if (sizes.length < 1 || length < header) {
      throw file.wrongAt(
          DIMENSIONS, sizes.length + " dimensions in a file of " + length + " bytes");
    }
    for (int j = 0; j < sizes.length; j++) {
      sizes[j] = bytes.getInt((1 + j) * WORD);
      if (sizes[j] < 1) {
        throw file.wrongAt((1 + j) * WORD, "a dimension of size " + sizes[j]);
      }
    }
    Numbers numbers = new Numbers(file, bytes, type, sizes);
    checkLength(numbers, length, header);
    return numbers;
  }

  private static Type type(Unpacked file, byte code) {
    return Arrays.stream(Type.values())
        .filter(type -> type.code == code)
        .findFirst()
        .orElseThrow(() -> file.wrongAt(TYPE, "no type of numbers: 0x%02x".formatted(code)));
  }

  private static void checkLength(Numbers numbers, int length, int header) {
    double expected = header + product(numbers.sizes) * numbers.type.bytes;
    if (length < expected) {
      throw numbers.file.wrongAt(
          length,
          "ends here; %s numbers need %.0f bytes"
              .formatted(Arrays.toString(numbers.sizes), expected));
    }
    if (length > expected) {
      throw numbers.file.wrongAt(
          (long) expected,
          "%.0f bytes follow the last of %s numbers"
              .formatted(length - expected, Arrays.toString(numbers.sizes)));
    }
    for (int j = 0; j < numbers.count(); j++) {
      if (!Double.isFinite(numbers.at(j))) {
        throw numbers.file.wrongAt(
            header + (long) j * numbers.type.bytes, "not a finite number: " + numbers.at(j));
      }
    }
  }

  private static double product(int[] sizes) {
    double product = 1;
    for (int size : sizes) {
      product *= size;
    }
    return product;
  }
}
