package org.escapement.study;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * Digest of a table that is too large for one place: the same however its rows were cut into files
 * and in whatever order these were hashed.
 *
 * <p>The {@link TableDigest} of every single row is taken as a number and these are added modulo
 * 2^256; the digest is that of one row with the digest of the columns, the number of rows and the
 * sum. So rows must tell their place themselves, as those of trajectories do by their number.
 */
public final class RowSetDigest implements Serializable {
  private static final int WORDS = 8;
  private static final long WORD = 0xFFFFFFFFL;

  private final long[] sum = new long[WORDS];
  private long rows;

  /** Counts a row. */
  public void add(Object[] row) {
    ByteBuffer hash = ByteBuffer.wrap(HexFormat.of().parseHex(digest(List.of(), row)));
    long[] number = new long[WORDS];
    for (int j = 0; j < WORDS; j++) {
      number[j] = hash.getInt() & WORD;
    }
    addNumber(number);
    rows++;
  }

  /** Counts all the rows that the other has counted. */
  public void addAll(RowSetDigest other) {
    addNumber(other.sum);
    rows += other.rows;
  }

  /** The digest: 64 hex digits. */
  public String finish(List<Column> columns) {
    ByteBuffer bytes = ByteBuffer.allocate(WORDS * Integer.BYTES);
    for (long word : sum) {
      bytes.putInt((int) word);
    }
    return digest(columns, new Object[] {rows, bytes.array()});
  }

  private static String digest(List<Column> columns, Object[] row) {
    TableDigest digest = new TableDigest(columns);
    digest.add(row);
    return digest.finish();
  }

  /** Word 0 is the highest. */
  private void addNumber(long[] number) {
    long carry = 0;
    for (int j = WORDS - 1; j >= 0; j--) {
      long word = sum[j] + number[j] + carry;
      sum[j] = word & WORD;
      carry = word >>> Integer.SIZE;
    }
  }
}
