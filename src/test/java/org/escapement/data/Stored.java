package org.escapement.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Data files written by tests. */
public final class Stored {
  private Stored() {}

  public static DataFile file(Path folder, String name, byte[] bytes) {
    try {
      Path path = java.nio.file.Files.write(folder.resolve(name), bytes);
      return DataFile.found(path.toString(), new LocalFiles());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static DataFile text(Path folder, String name, String text) {
    return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  /** An IDX file of unsigned bytes. */
  static byte[] idx(int[] sizes, int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + numbers.length);
    bytes.put((byte) 0).put((byte) 0).put((byte) 8).put((byte) sizes.length);
    for (int size : sizes) {
      bytes.putInt(size);
    }
    for (int number : numbers) {
      bytes.put((byte) number);
    }
    return bytes.array();
  }
}
