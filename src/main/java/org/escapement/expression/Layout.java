package org.escapement.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How instructions are spread over passes, and where a number waits between two: in a row, an array
 * with a number for each lane, which is used again once nobody needs what it holds.
 */
final class Layout {
  private final List<Instruction> instructions;
  private final int[] outputs;
  private final List<Pass> passes;
  private final int[] row;
  private final Pass[] leaver;
  private int rows;

  /**
   * @param outputs the instructions whose results are wanted
   */
  Layout(List<Instruction> instructions, int... outputs) {
    this.instructions = instructions;
    this.outputs = outputs.clone();
    this.row = new int[instructions.size()];
    this.leaver = new Pass[instructions.size()];
    this.passes = Stages.of(instructions, outputs);
    addOutputs();
    chooseRows();
  }

  List<Instruction> instructions() {
    return instructions;
  }

  List<Pass> passes() {
    return List.copyOf(passes);
  }

  /** The instruction whose result goes into this output. */
  int source(int output) {
    return outputs[output];
  }

  /** How many rows there are. */
  int rows() {
    return rows;
  }

  /** The row in which the result of an instruction waits; -1 where it has none. */
  int row(int instruction) {
    return row[instruction];
  }

  /** Each output is stored where it is computed, or in the last loop where no loop computes it. */
  private void addOutputs() {
    for (int k = 0; k < outputs.length; k++) {
      int source = outputs[k];
      Pass pass =
          passes.stream()
              .filter(p -> isLoop(p) && p.instructions().contains(source))
              .findFirst()
              .orElseGet(this::lastLoop);
      pass.outputs().add(k);
    }
  }

  private boolean isLoop(Pass pass) {
    return pass.instructions().isEmpty()
        || instructions.get(pass.instructions().get(0)).op().isArithmetic();
  }

  private Pass lastLoop() {
    if (passes.isEmpty() || !isLoop(passes.get(passes.size() - 1))) {
      passes.add(new Pass(List.of(), new ArrayList<>()));
    }
    return passes.get(passes.size() - 1);
  }

  /**
   * Whether a pass leaves the result of an instruction in its row; others compute it for
   * themselves.
   */
  boolean leaves(Pass pass, int instruction) {
    return leaver[instruction] == pass;
  }

  private void chooseRows() {
    Arrays.fill(row, -1);
    int[] lastUse = lastUses();
    List<Integer> free = new ArrayList<>();
    for (int p = 0; p < passes.size(); p++) {
      Pass pass = passes.get(p);
      int now = p;
      reads(pass).filter(i -> row[i] >= 0 && lastUse[i] == now).forEach(i -> free.add(row[i]));
      pass.instructions().stream()
          .filter(i -> row[i] < 0 && lastUse[i] > now)
          .forEach(
              i -> {
                row[i] = free.isEmpty() ? rows++ : free.remove(free.size() - 1);
                leaver[i] = pass;
              });
    }
  }

  /** The last pass but its own that reads each result; -1 where none does. */
  private int[] lastUses() {
    int[] last = new int[instructions.size()];
    Arrays.fill(last, -1);
    for (int p = 0; p < passes.size(); p++) {
      int now = p;
      reads(passes.get(p))
          .filter(i -> instructions.get(i).op().operands > 0)
          .forEach(i -> last[i] = now);
    }
    return last;
  }

  /** The instructions of other passes whose results a pass reads. */
  IntStream reads(Pass pass) {
    IntStream stored = pass.outputs().stream().mapToInt(k -> outputs[k]);
    return IntStream.concat(
            stored, pass.instructions().stream().flatMapToInt(i -> instructions.get(i).operands()))
        .filter(i -> !pass.instructions().contains(i))
        .distinct();
  }
}
