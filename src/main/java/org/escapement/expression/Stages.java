package org.escapement.expression;

import java.util.Arrays;
import java.util.List;

/**
 * When each instruction is computed: stage s is arithmetic on what is known before it, and after it
 * the loops of {@code kernel} on its results. Kernels come as early as their operand allows,
 * arithmetic as late as its users do, so that few numbers wait in arrays.
 */
final class Stages {
  private final List<Instruction> instructions;
  private final int[] earliest;
  private final int[] stage;

  private Stages(List<Instruction> instructions) {
    this.instructions = instructions;
    this.earliest = new int[instructions.size()];
    this.stage = new int[instructions.size()];
  }

  /**
   * The stage of each instruction; -1 where nobody needs it. Inputs and constants are needed by
   * none.
   *
   * @param outputs the instructions whose results are wanted
   */
  static int[] of(List<Instruction> instructions, int[] outputs) {
    Stages stages = new Stages(instructions);
    stages.findEarliest();
    int last = Arrays.stream(outputs).map(o -> stages.earliest[o]).max().orElse(0);
    stages.findLatest(outputs, last);
    return stages.stage;
  }

  /** A kernel's result can be used from the stage after its own. */
  private void findEarliest() {
    for (int i = 0; i < earliest.length; i++) {
      Instruction instruction = instructions.get(i);
      int known = instruction.operands().map(o -> earliest[o]).max().orElse(0);
      earliest[i] =
          instruction.op().operands > 0 && instruction.op().isKernel() ? known + 1 : known;
    }
  }

  private void findLatest(int[] outputs, int last) {
    int[] needed = new int[stage.length];
    Arrays.fill(needed, Integer.MAX_VALUE);
    for (int output : outputs) {
      needed[output] = last;
    }
    Arrays.fill(stage, -1);
    for (int i = stage.length - 1; i >= 0; i--) {
      Op op = instructions.get(i).op();
      if (op.operands > 0 && needed[i] < Integer.MAX_VALUE) {
        stage[i] = op.isKernel() ? earliest[i] - 1 : needed[i];
        int here = stage[i];
        instructions.get(i).operands().forEach(o -> needed[o] = Math.min(needed[o], here));
      }
    }
  }
}
