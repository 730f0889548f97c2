package org.escapement.model;

/** Checks of arguments: each returns the value or says what it should have been. */
public final class Check {
  private Check() {}

  /**
   * The value if it lies in the interval.
   *
   * @param interval such as "(0, 2]" or "[0, inf)"; NaN and infinite values lie in none
   * @throws IllegalArgumentException with name, interval and value otherwise
   */
  public static double in(String interval, double value, String name) {
    if (!Range.parse(interval).contains(value)) {
      throw new IllegalArgumentException(name + " must be in " + interval + ", got " + value);
    }
    return value;
  }

  /** The number if it lies in the interval. */
  public static int in(String interval, int value, String name) {
    if (!Range.parse(interval).contains(value)) {
      throw new IllegalArgumentException(name + " must be in " + interval + ", got " + value);
    }
    return value;
  }

  /** The vector if it has at least one component and each lies in the interval. */
  public static Vector in(String interval, Vector vector, String name) {
    if (vector.size() == 0) {
      throw new IllegalArgumentException(name + " must have at least one component");
    }
    for (int k = 0; k < vector.size(); k++) {
      in(interval, vector.at(k), name + "[" + k + "]");
    }
    return vector;
  }

  /** The value if it is a positive finite number. */
  public static double positive(double value, String name) {
    return in("(0, inf)", value, name);
  }

  /** The value if it is zero or a positive finite number. */
  public static double notNegative(double value, String name) {
    return in("[0, inf)", value, name);
  }

  /** The value if it is finite. */
  public static double finite(double value, String name) {
    return in("(-inf, inf)", value, name);
  }

  /** The vector if all its components are finite and it has at least one. */
  public static Vector finite(Vector vector, String name) {
    return in("(-inf, inf)", vector, name);
  }

  /**
   * Nothing if a vector fits the space it is used in.
   *
   * @throws IllegalArgumentException naming both numbers otherwise
   */
  public static void dimension(int expected, int actual, String name) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "%s has %d coordinate%s, the objective %d"
              .formatted(name, actual, actual == 1 ? "" : "s", expected));
    }
  }
}
