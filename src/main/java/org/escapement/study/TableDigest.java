package org.escapement.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of the rows of a table in order: two tables with the same digest hold the same bits. */
public final class TableDigest {
  private final MessageDigest sha;

  /** A digest of no rows yet. */
  public TableDigest(List<Column> columns) {
    sha = sha256();
    columns.forEach(column -> addText(column.name()));
  }

  /** The digest of a whole table: 64 hex digits. */
  public static String of(Table table) {
    TableDigest digest = new TableDigest(table.columns());
    table.rows().forEach(digest::add);
    return digest.finish();
  }

  /** Adds a row. */
  public void add(Object[] row) {
    for (Object value : row) {
      addValue(value);
    }
  }

  /** The digest of the rows so far: 64 hex digits. */
  public String finish() {
    return HexFormat.of().formatHex(sha.digest());
  }

  private void addValue(Object value) {
    if (value == null) {
      sha.update((byte) 0);
    } else if (value instanceof String text) {
      sha.update((byte) 1);
      addText(text);
    } else if (value instanceof Long number) {
      addWord((byte) 2, number);
    } else if (value instanceof Double number) {
      addWord((byte) 3, Double.doubleToRawLongBits(number));
    } else if (value instanceof Boolean truth) {
      addWord((byte) 4, truth ? 1 : 0);
    } else if (value instanceof Instant instant) {
      addWord((byte) 5, ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    } else if (value instanceof double[] numbers) {
      addWord((byte) 6, numbers.length);
      for (double number : numbers) {
        addWord((byte) 3, Double.doubleToRawLongBits(number));
      }
    } else if (value instanceof byte[] bytes) {
      addWord((byte) 7, bytes.length);
      sha.update(bytes);
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass().getName());
    }
  }

  private void addText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    addWord((byte) 8, bytes.length);
    sha.update(bytes);
  }

  private void addWord(byte kind, long word) {
    sha.update(kind);
    sha.update(ByteBuffer.allocate(Long.BYTES).putLong(word).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
