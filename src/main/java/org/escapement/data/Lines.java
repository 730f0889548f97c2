package org.escapement.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text file, one after the other; empty ones at the end are left out. Lines end with
 * a line feed, with or without a carriage return before it.
 */
final class Lines {
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};
  private static final int BYTE = 0xff;

  private final Unpacked file;
  private final byte[] bytes;
  private final int length;
  private int position;
  private int number;
  private String text = "";

  Lines(Unpacked file) {
    this.file = file;
    this.bytes = file.bytes();
    this.position = startsWithMark() ? MARK.length : 0;
    int end = bytes.length;
    while (end > position && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    this.length = end;
  }

  private boolean startsWithMark() {
    for (int j = 0; j < MARK.length; j++) {
      if (bytes.length <= j || (bytes[j] & BYTE) != MARK[j]) {
        return false;
      }
    }
    return true;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() {
    if (position >= length) {
      return false;
    }
    int end = position;
    while (end < length && bytes[end] != '\n') {
      end++;
    }
    number++;
    boolean returned = end > position && bytes[end - 1] == '\r';
    text = decoded(position, returned ? end - 1 : end);
    position = end + 1;
    return true;
  }

  private String decoded(int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException notText) {
      throw file.wrongIn(number, "is not UTF-8 text");
    }
  }

  /** From 1. */
  int number() {
    return number;
  }

  String text() {
    return text;
  }
}
