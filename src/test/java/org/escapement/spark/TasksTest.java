package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TasksTest {
  @Test
  void aTaskForEachArgument() {
    assertThat(Tasks.groups(List.of(1, 2, 3), 5)).containsExactly(list(1), list(2), list(3));
  }

  @Test
  void fewerTasksTakeTurns() {
    assertThat(Tasks.groups(List.of(1, 2, 3, 4, 5), 2)).containsExactly(list(1, 3, 5), list(2, 4));
  }

  private static java.util.ArrayList<Integer> list(Integer... values) {
    return new java.util.ArrayList<>(List.of(values));
  }
}
