package org.escapement.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class RandomKeyTest {

  /**
   * Computed by Python: hashlib.sha256(b"escapement-digits-1\0" + struct.pack(">q", 42) + b"cell").
   */
  @Test
  void isTheStartOfAHash() {
    assertThat(RandomKey.of(42, "cell"))
        .isEqualTo(new RandomKey(0x66ee7dc1a433af9eL, 0xd015bb5ae6fd6a2aL));
    assertThat(RandomKey.of(42)).isEqualTo(new RandomKey(0xc32bb4d45a8f3015L, 0xe3e6b4598944888eL));
  }

  @Test
  void aCellNeedsAKey() {
    assertThatThrownBy(() -> RandomKey.of(42, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key of a cell must not be empty");
  }
}
