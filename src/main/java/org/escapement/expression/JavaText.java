package org.escapement.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escapement.kernel.Kernels;

/**
 * Writes a {@link Layout} as a Java class: a method for each loop and one that calls them. Names
 * are letters with numbers and constants their 64 bits, so that nothing of how a formula was
 * written comes near the compiler.
 *
 * <p>A loop first loads, then computes, then stores, each number in a local variable of its own.
 */
final class JavaText {
  static final String CLASS_NAME = "CompiledFormula";

  private final Layout layout;
  private final int variables;
  private final StringBuilder constants = new StringBuilder();
  private final StringBuilder calls = new StringBuilder();
  private final StringBuilder loops = new StringBuilder();
  private final Map<Integer, String> constantNames = new LinkedHashMap<>();

  private JavaText(Layout layout, int variables) {
    this.layout = layout;
    this.variables = variables;
  }

  /**
   * The class.
   *
   * @param variables of the inputs these many are coordinates of x, the others of v
   */
  static String of(Layout layout, int variables) {
    return new JavaText(layout, variables).text();
  }

  private String text() {
    int number = 0;
    for (Pass pass : layout.passes()) {
      boolean isKernel =
          !pass.instructions().isEmpty() && instruction(pass.instructions().get(0)).op().isKernel();
      if (isKernel) {
        callKernel(pass);
      } else {
        addLoop(pass, "loop" + number++);
      }
    }
    return "public final class %s implements %s {\n%s\npublic void run(%s) {\n%s}\n%s}\n"
        .formatted(
            CLASS_NAME,
            Loops.class.getName(),
            constants,
            Kernels.class.getName()
                + " kernels, double[][] x, double[][] v, int n, double[][] rows, double[][] out",
            calls,
            loops);
  }

  private void callKernel(Pass pass) {
    int first = pass.instructions().get(0);
    Instruction instruction = instruction(first);
    String from = array(instruction.u());
    String to = array(first);
    calls.append(
        switch (instruction.op()) {
          case EXP -> "kernels.exp(%s, n, %s);\n".formatted(from, to);
          case EXPM1 -> "kernels.expm1(%s, n, %s);\n".formatted(from, to);
          case LOG -> "kernels.log(1.0D, %s, n, %s);\n".formatted(from, to);
          default ->
              "kernels.sinCosTurns(%s, n, %s, %s);\n"
                  .formatted(from, target(pass, Op.SIN), target(pass, Op.COS));
        });
  }

  /** Where the sine or the cosine goes: one that nobody needs into a row of its own. */
  private String target(Pass pass, Op op) {
    return pass.instructions().stream()
        .filter(i -> instruction(i).op() == op)
        .map(this::array)
        .findFirst()
        .orElse("rows[" + layout.rows() + "]");
  }

  private void addLoop(Pass pass, String name) {
    StringBuilder body = new StringBuilder();
    Map<String, String> arrays = new LinkedHashMap<>();
    layout
        .reads(pass)
        .filter(i -> instruction(i).op() != Op.CONSTANT)
        .forEach(
            i -> body.append("double t%d = %s[i];\n".formatted(i, argument(arrays, array(i)))));
    for (int i : pass.instructions()) {
      body.append("double t%d = %s;\n".formatted(i, computed(instruction(i))));
    }
    for (int i : pass.instructions()) {
      if (layout.leaves(pass, i)) {
        body.append("%s[i] = t%d;\n".formatted(argument(arrays, array(i)), i));
      }
    }
    for (int k : pass.outputs()) {
      String target = argument(arrays, "out[" + k + "]");
      body.append("%s[i] = %s;\n".formatted(target, value(layout.source(k))));
    }
    addMethod(name, arrays, body);
  }

  private void addMethod(String name, Map<String, String> arrays, StringBuilder body) {
    List<String> parameters = new ArrayList<>(List.of("int n"));
    arrays.values().forEach(array -> parameters.add("double[] " + array));
    List<String> arguments = new ArrayList<>(List.of("n"));
    arguments.addAll(arrays.keySet());
    calls.append("%s(%s);\n".formatted(name, String.join(", ", arguments)));
    loops.append(
        "private static void %s(%s) {\nfor (int i = 0; i < n; i++) {\n%s}\n}\n"
            .formatted(name, String.join(", ", parameters), body));
  }

  /** The parameter of the loop for an array of its caller. */
  private static String argument(Map<String, String> arrays, String array) {
    return arrays.computeIfAbsent(array, added -> "a" + arrays.size());
  }

  private String computed(Instruction instruction) {
    List<String> names =
        instruction
            .operands()
            .mapToObj(this::value)
            .collect(Collectors.toCollection(ArrayList::new));
    while (names.size() < 3) {
      names.add("");
    }
    return instruction.op().java(names.get(0), names.get(1), names.get(2));
  }

  /** The name of a number inside a loop. */
  private String value(int i) {
    return instruction(i).op() == Op.CONSTANT
        ? constantNames.computeIfAbsent(i, this::declare)
        : "t" + i;
  }

  private String declare(int i) {
    constants.append(
        "private static final double C%d = Double.longBitsToDouble(%dL);\n"
            .formatted(i, Double.doubleToRawLongBits(instruction(i).constant())));
    return "C" + i;
  }

  /** The array that holds a number, in the words of the method that calls the loops. */
  private String array(int i) {
    Instruction instruction = instruction(i);
    if (instruction.op() != Op.INPUT) {
      return "rows[" + layout.row(i) + "]";
    }
    return instruction.u() < variables
        ? "x[" + instruction.u() + "]"
        : "v[" + (instruction.u() - variables) + "]";
  }

  private Instruction instruction(int i) {
    return layout.instructions().get(i);
  }
}
