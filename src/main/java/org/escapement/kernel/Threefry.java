package org.escapement.kernel;

/**
 * The block function Threefry2x64 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as
 * easy as 1, 2, 3" (SC'11): two random words, a bijection of two counter words under a key of two.
 *
 * <p>A round is {@code x0 += x1; x1 = rotateLeft(x1, r) ^ x0}, with the rotations r in turn; after
 * every fourth the next two words of the extended key (key0, key1, their parity) are added. 13 is
 * the smallest number of rounds that the paper calls Crush-resistant for two words of 64 bits.
 */
final class Threefry {
  static final int R0 = 16;
  static final int R1 = 42;
  static final int R2 = 12;
  static final int R3 = 31;
  static final int R4 = 16;
  static final int R5 = 32;
  static final int R6 = 24;
  static final int R7 = 21;

  /** What the parity of the key starts from, so that no key is all zeros when extended. */
  static final long PARITY = 0x1BD11BDAA9FC1A22L;

  private Threefry() {}

  /** The block of a counter, written to word0[i] and word1[i]. */
  static void block(
      long key0, long key1, long counter0, long counter1, long[] word0, long[] word1, int i) {
    long key2 = PARITY ^ key0 ^ key1;
    long x0 = counter0 + key0;
    long x1 = counter1 + key1;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R0) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R1) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R2) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R3) ^ x0;
    x0 += key1;
    x1 += key2 + 1;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R4) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R5) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R6) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R7) ^ x0;
    x0 += key2;
    x1 += key0 + 2;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R0) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R1) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R2) ^ x0;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R3) ^ x0;
    x0 += key0;
    x1 += key1 + 3;
    x0 += x1;
    x1 = Long.rotateLeft(x1, R4) ^ x0;
    word0[i] = x0;
    word1[i] = x1;
  }
}
