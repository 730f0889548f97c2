package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class ThreefryTest {

  /** The known answers that come with Random123 (file kat_vectors): counter, key, block. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0000000000000000, 0000000000000000, 0000000000000000,"
        + " f167b032c3b480bd, e91f9fee4b7a6fb5",
    "ffffffffffffffff, ffffffffffffffff, ffffffffffffffff, ffffffffffffffff,"
        + " ccdec5c917a874b1, 4df53abca26ceb01",
    "243f6a8885a308d3, 13198a2e03707344, a4093822299f31d0, 082efa98ec4e6c89,"
        + " c3aac71561042993, 3fe7ae8801aff316"
  })
  void agreesWithThePublishedBlocks(
      String counter0, String counter1, String key0, String key1, String word0, String word1) {
    long[] first = new long[1];
    long[] second = new long[1];
    Threefry.block(hex(key0), hex(key1), hex(counter0), hex(counter1), first, second, 0);
    assertThat(first[0]).isEqualTo(hex(word0));
    assertThat(second[0]).isEqualTo(hex(word1));
  }

  private static long hex(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }
}
