package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowSetDigestTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("trajectory", Column.Type.LONG, "its number"));

  @Test
  void dependsNeitherOnOrderNorOnCuts() {
    assertThat(together(digest(1, 2), digest(3)).finish(COLUMNS))
        .isEqualTo(together(digest(3, 1), digest(2)).finish(COLUMNS))
        .isEqualTo(digest(1, 2, 3).finish(COLUMNS))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void differsWithRowsTheirNumberAndColumns() {
    String expected = digest(1, 2, 3).finish(COLUMNS);
    assertThat(digest(1, 2, 4).finish(COLUMNS)).isNotEqualTo(expected);
    assertThat(digest(1, 2, 3, 3).finish(COLUMNS)).isNotEqualTo(expected);
    assertThat(digest(1, 2, 3).finish(List.of())).isNotEqualTo(expected);
    assertThat(digest().finish(COLUMNS)).isNotEqualTo(expected);
  }

  @Test
  void theSumCarriesOver() {
    RowSetDigest many = new RowSetDigest();
    for (int k = 0; k < 100; k++) {
      many.addAll(digest(k));
    }
    RowSetDigest reversed = new RowSetDigest();
    for (int k = 99; k >= 0; k--) {
      reversed.add(new Object[] {(long) k});
    }
    assertThat(many.finish(COLUMNS)).isEqualTo(reversed.finish(COLUMNS));
  }

  private static RowSetDigest digest(long... trajectories) {
    RowSetDigest digest = new RowSetDigest();
    for (long trajectory : trajectories) {
      digest.add(new Object[] {trajectory});
    }
    return digest;
  }

  private static RowSetDigest together(RowSetDigest... parts) {
    RowSetDigest digest = new RowSetDigest();
    for (RowSetDigest part : parts) {
      digest.addAll(part);
    }
    return digest;
  }
}
