package org.escapement.random;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The 128-bit key of a cell's random numbers: the first 16 bytes of a SHA-256 of what names them.
 *
 * <p>Hashed are {@link #VERSION} in UTF-8, a zero byte, the seed in 8 bytes (big-endian), and the
 * cell's key in UTF-8 (nothing when cells share their numbers).
 */
public record RandomKey(long word0, long word1) implements Serializable {

  /** Of the digits: it changes whenever the same address gives another number. */
  public static final String VERSION = "escapement-digits-1";

  /** Of a cell that has random numbers of its own. */
  public static RandomKey of(long seed, String cellKey) {
    if (cellKey.isEmpty()) {
      throw new IllegalArgumentException("the key of a cell must not be empty");
    }
    return hash(seed, cellKey);
  }

  /** Common to all cells of a study. */
  public static RandomKey of(long seed) {
    return hash(seed, "");
  }

  private static RandomKey hash(long seed, String cellKey) {
    MessageDigest digest = sha256();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
    digest.update(cellKey.getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new RandomKey(bytes.getLong(), bytes.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
