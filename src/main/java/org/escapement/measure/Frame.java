package org.escapement.measure;

import java.util.List;
import java.util.Optional;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Objective;
import org.escapement.model.Planted;
import org.escapement.model.Vector;

/**
 * The coordinates in which moments are taken.
 *
 * @param basis along which axes: "coordinates" or "eigenbasis"
 * @param about from where positions are counted: "origin" or "solution"
 */
public record Frame(String basis, String about) {
  static final String COORDINATES = "coordinates";
  static final String EIGENBASIS = "eigenbasis";
  static final String ORIGIN = "origin";
  static final String SOLUTION = "solution";

  /** That of job files which say nothing. */
  public static final Frame PLAIN = new Frame(COORDINATES, ORIGIN);

  /** Larger Hessians take minutes to diagonalise. */
  private static final int MOST_DIMENSIONS = 2000;

  /** Checks the words. */
  public Frame {
    check(List.of(COORDINATES, EIGENBASIS), basis, "basis");
    check(List.of(ORIGIN, SOLUTION), about, "about");
  }

  private static void check(List<String> words, String word, String name) {
    if (!words.contains(word)) {
      throw new IllegalArgumentException(name + " must be one of " + words + ", got " + word);
    }
  }

  /** Whether axes are the eigenvectors of the Hessian, see {@link Eigensystem}. */
  public boolean isEigenbasis() {
    return basis.equals(EIGENBASIS);
  }

  /** Whether positions are counted from the solution. */
  public boolean isAboutSolution() {
    return about.equals(SOLUTION);
  }

  /** Why an objective has no such coordinates; empty when it has. */
  Optional<String> problem(Objective objective) {
    boolean isConstant = objective instanceof ConstantHessian;
    if (isEigenbasis() && !isConstant) {
      return Optional.of(
          "basis eigenbasis needs an objective whose Hessian is the same everywhere, such as"
              + " full-quadratic or least-squares");
    }
    if (isAboutSolution() && !isConstant && !(objective instanceof Planted)) {
      return Optional.of(
          "about solution needs an objective with a known solution, such as least-squares or"
              + " phase-retrieval");
    }
    boolean solves =
        isAboutSolution() && objective instanceof ConstantHessian f && f.knownSolution().isEmpty();
    return (isEigenbasis() || solves) && objective.dimension() > MOST_DIMENSIONS
        ? Optional.of("the Hessian has more than " + MOST_DIMENSIONS + " rows")
        : Optional.empty();
  }

  /** The point from which positions are counted; empty for the origin. */
  public Optional<Vector> centre(Objective objective) {
    if (!isAboutSolution()) {
      return Optional.empty();
    }
    if (objective instanceof Planted planted) {
      return Optional.of(planted.solution());
    }
    ConstantHessian f = (ConstantHessian) objective;
    return Optional.of(f.knownSolution().orElseGet(() -> Eigensystem.of(f).solution()));
  }

  /** The quantity of a reading: what depends on the coordinates tells which they are. */
  public String quantity(String word) {
    boolean isOfObjective = OfObjective.WORDS.contains(word);
    boolean feelsBasis = !isOfObjective && !word.equals("norm");
    boolean feelsCentre = !isOfObjective && !word.startsWith("velocity");
    return (feelsBasis && isEigenbasis() ? EIGENBASIS + "." : "")
        + (feelsCentre && isAboutSolution() ? "error." : "")
        + word;
  }
}
