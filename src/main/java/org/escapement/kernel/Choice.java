package org.escapement.kernel;

import java.util.Locale;

/**
 * Which kernels this JVM runs: vector where its module is there, else scalar; the system property
 * {@code escapement.kernels} (vector, scalar) forces one.
 */
final class Choice {
  static final String PROPERTY = "escapement.kernels";
  static final Kernels BEST = choose(System.getProperty(PROPERTY, ""));

  private Choice() {}

  static Kernels choose(String forced) {
    return switch (forced.toLowerCase(Locale.ROOT)) {
      case "" -> vectorElseScalar();
      case "scalar" -> new ScalarKernels();
      case "vector" -> forcedVector();
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " must be vector or scalar, got \"" + forced + "\"");
    };
  }

  private static Kernels vectorElseScalar() {
    try {
      return new VectorKernels();
    } catch (LinkageError | UnsupportedOperationException e) {
      System.getLogger(Kernels.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "Running on scalar kernels, several times slower (same digits): {0}. The cure is the"
                  + " JVM option --add-modules=jdk.incubator.vector",
              e.toString());
      return new ScalarKernels();
    }
  }

  private static Kernels forcedVector() {
    try {
      return new VectorKernels();
    } catch (LinkageError | UnsupportedOperationException e) {
      throw new IllegalStateException(
          PROPERTY
              + "=vector, but this JVM has no vector kernels;"
              + " it needs the option --add-modules=jdk.incubator.vector",
          e);
    }
  }
}
