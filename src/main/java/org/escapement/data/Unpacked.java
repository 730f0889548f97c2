package org.escapement.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * What a data file holds once gzip is taken off, and how to say where something is wrong with it.
 *
 * @param place of the file, for messages
 * @param packed whether there was gzip: places are then those of what it unpacks to
 */
record Unpacked(String place, byte[] bytes, boolean packed) {
  private static final int CHUNK = 1 << 16;
  private static final int MAGIC_0 = 0x1f;
  private static final int MAGIC_1 = 0x8b;
  private static final int BYTE = 0xff;

  /** The content of a file, which says itself whether it is packed. */
  static Unpacked of(DataFile file, Files files) {
    byte[] stored = file.bytes(files);
    String place = files.place(file.path());
    boolean packed =
        stored.length >= 2 && (stored[0] & BYTE) == MAGIC_0 && (stored[1] & BYTE) == MAGIC_1;
    return new Unpacked(place, packed ? unpacked(stored, place) : stored, packed);
  }

  private static byte[] unpacked(byte[] stored, String place) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        out.write(chunk, 0, n);
      }
      return out.toByteArray();
    } catch (EOFException tooShort) {
      throw new IllegalArgumentException(
          "%s: its gzip data end too early, at byte %d (%d bytes unpacked)"
              .formatted(place, stored.length, out.size()),
          tooShort);
    } catch (IOException damaged) {
      throw new IllegalArgumentException(
          "%s: damaged gzip data after %d bytes unpacked: %s"
              .formatted(place, out.size(), damaged.getMessage()),
          damaged);
    }
  }

  /** Something is wrong at a byte, counted from 0. */
  IllegalArgumentException wrongAt(long offset, String what) {
    return new IllegalArgumentException(
        "%s: byte %d%s: %s".formatted(place, offset, packed ? " unpacked" : "", what));
  }

  /** Something is wrong in a line and a column of the table, both from 1. */
  IllegalArgumentException wrongAt(int line, int column, String what) {
    return new IllegalArgumentException(
        "%s: line %d, column %d: %s".formatted(place, line, column, what));
  }

  /** Something is wrong with a line, from 1. */
  IllegalArgumentException wrongIn(int line, String what) {
    return new IllegalArgumentException("%s: line %d: %s".formatted(place, line, what));
  }
}
