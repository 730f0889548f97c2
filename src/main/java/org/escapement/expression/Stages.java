package org.escapement.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Spreads instructions over passes: kernels as early as their operands allow, arithmetic only when
 * a kernel or an output asks for it.
 *
 * <p>The loops of arithmetic are small, because the compiler turns large ones into vectors only
 * sometimes: its packing of instructions errs where many of one kind use one number. What two loops
 * need and is cheap is computed in both, which costs less than an array in between.
 */
final class Stages {
  /** Operations of the largest loop, by measurement: src/bench/NOTES.md. */
  static final int LARGEST_LOOP = 10;

  /** Operations that are rather done again than their result stored and loaded. */
  private static final int CHEAP = 2;

  private final List<Instruction> instructions;
  private final int[] level;
  private final int[] cost;
  private final Set<Integer> computed = new HashSet<>();
  private final List<Pass> passes = new ArrayList<>();

  private Stages(List<Instruction> instructions) {
    this.instructions = instructions;
    this.level = new int[instructions.size()];
    this.cost = new int[instructions.size()];
    for (int i = 0; i < level.length; i++) {
      measure(i);
    }
  }

  /**
   * The passes, without outputs.
   *
   * @param outputs the instructions whose results are wanted
   */
  static List<Pass> of(List<Instruction> instructions, int[] outputs) {
    Stages stages = new Stages(instructions);
    boolean[] needed = stages.needed(outputs);
    int last = IntStream.of(outputs).map(o -> stages.level[o]).max().orElse(0);
    for (int s = 1; s <= last; s++) {
      int stage = s;
      stages.addStage(
          IntStream.range(0, needed.length)
              .filter(i -> needed[i] && stages.level[i] == stage)
              .filter(i -> instructions.get(i).op().isKernel())
              .boxed()
              .toList());
    }
    stages.addLoops(IntStream.of(outputs));
    return stages.passes;
  }

  /** How many kernels stand one after the other before a number, and its operations since. */
  private void measure(int i) {
    Instruction instruction = instructions.get(i);
    int before = instruction.operands().map(o -> level[o]).max().orElse(0);
    level[i] = instruction.op().isKernel() ? before + 1 : before;
    int sum = 1 + instruction.operands().map(o -> cost[o]).sum();
    cost[i] = instruction.op().isArithmetic() ? Math.min(sum, CHEAP + 1) : 0;
  }

  private boolean[] needed(int[] outputs) {
    boolean[] needed = new boolean[instructions.size()];
    IntStream.of(outputs).forEach(o -> needed[o] = true);
    for (int i = needed.length - 1; i >= 0; i--) {
      if (needed[i]) {
        instructions.get(i).operands().forEach(o -> needed[o] = true);
      }
    }
    return needed;
  }

  /** Kernels that need no other of them, after the loops that make their operands. */
  private void addStage(List<Integer> kernels) {
    addLoops(kernels.stream().mapToInt(i -> instructions.get(i).u()));
    Set<Integer> angles = new HashSet<>();
    for (int i : kernels) {
      Instruction instruction = instructions.get(i);
      boolean isAngle = instruction.op() == Op.SIN || instruction.op() == Op.COS;
      if (!isAngle) {
        passes.add(new Pass(List.of(i), List.of()));
      } else if (angles.add(instruction.u())) {
        passes.add(new Pass(sinesOf(instruction.u(), kernels), List.of()));
      }
    }
  }

  /** Sine and cosine of one angle are one pass. */
  private List<Integer> sinesOf(int angle, List<Integer> kernels) {
    return kernels.stream()
        .filter(i -> instructions.get(i).op() == Op.SIN || instructions.get(i).op() == Op.COS)
        .filter(i -> instructions.get(i).u() == angle)
        .toList();
  }

  /** Loops for these numbers: operation by operation, a new loop where the last one is full. */
  private void addLoops(IntStream wanted) {
    Set<Integer> loop = new TreeSet<>();
    for (int root : wanted.distinct().filter(i -> !computed.contains(i)).toArray()) {
      for (int i : heavy(root)) {
        Set<Integer> larger = needs(i);
        larger.addAll(loop);
        if (larger.size() > LARGEST_LOOP) {
          addLoop(loop);
          larger = needs(i);
        }
        loop = larger;
      }
    }
    addLoop(loop);
  }

  /** What it needs that is not cheap, and itself. */
  private List<Integer> heavy(int root) {
    return needs(root).stream().filter(i -> cost[i] > CHEAP || i == root).toList();
  }

  private void addLoop(Set<Integer> members) {
    if (!members.isEmpty()) {
      passes.add(new Pass(List.copyOf(members), new ArrayList<>()));
      computed.addAll(members);
    }
  }

  /** The arithmetic that a number needs beyond what waits in arrays, in its order. */
  private Set<Integer> needs(int i) {
    Set<Integer> found = new TreeSet<>();
    collect(i, found);
    return found;
  }

  private void collect(int i, Set<Integer> found) {
    boolean isStored = computed.contains(i) && cost[i] > CHEAP;
    if (instructions.get(i).op().isArithmetic() && !isStored && found.add(i)) {
      instructions.get(i).operands().forEach(o -> collect(o, found));
    }
  }
}
