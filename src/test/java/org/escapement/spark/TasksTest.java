package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void aTaskForEachArgument() {
    assertThat(Tasks.groups(List.of(1, 2, 3), 5))
        .isEqualTo(List.of(List.of(1), List.of(2), List.of(3)));
  }

  @Test
  void fewerTasksTakeTurns() {
    assertThat(Tasks.groups(List.of(1, 2, 3, 4, 5), 2))
        .isEqualTo(List.of(List.of(1, 3, 5), List.of(2, 4)));
  }
}
