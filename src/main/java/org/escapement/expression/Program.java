package org.escapement.expression;

import java.util.List;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.SimpleCompiler;
import org.escapement.kernel.Kernels;

/** Some terms as loops over lanes, compiled when they are first needed. */
final class Program {
  private final Layout layout;
  private final int variables;
  private volatile Loops loops;

  private Program(Layout layout, int variables) {
    this.layout = layout;
    this.variables = variables;
  }

  /**
   * A program with an output for each term.
   *
   * @param names of the variables, the first of the inputs
   */
  static Program of(List<Term> terms, List<String> names) {
    Lowering lowering = new Lowering(names);
    int[] outputs = terms.stream().mapToInt(lowering::lower).toArray();
    return new Program(new Layout(lowering.instructions(), outputs), names.size());
  }

  void run(double[][] x, double[][] v, int n, Scratch scratch, double[][] out) {
    // One row more for a sine or a cosine that nobody needs.
    loops().run(Kernels.best(), x, v, n, scratch.rows(layout.rows() + 1, n), out);
  }

  /** The Java that is compiled. */
  String text() {
    return JavaText.of(layout, variables);
  }

  private Loops loops() {
    Loops known = loops;
    return known == null ? compile() : known;
  }

  private synchronized Loops compile() {
    if (loops == null) {
      loops = compiled(text());
    }
    return loops;
  }

  /** Janino, the compiler that Spark compiles its queries with. */
  private static Loops compiled(String text) {
    SimpleCompiler compiler = new SimpleCompiler();
    compiler.setParentClassLoader(Loops.class.getClassLoader());
    try {
      compiler.cook(text);
      Class<?> type = compiler.getClassLoader().loadClass(JavaText.CLASS_NAME);
      return (Loops) type.getDeclaredConstructor().newInstance();
    } catch (CompileException | ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
