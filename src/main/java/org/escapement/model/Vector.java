package org.escapement.model;

import java.io.Serializable;
import java.util.Arrays;

/** An immutable list of real numbers, equal by value: a point, a direction, a diagonal. */
public final class Vector implements Serializable {
  private final double[] values;

  private Vector(double[] values) {
    this.values = values;
  }

  /** A copy of the given numbers. */
  public static Vector of(double... values) {
    return new Vector(values.clone());
  }

  /** The origin of R^size. */
  public static Vector zero(int size) {
    return new Vector(new double[size]);
  }

  /** The same number, so many times. */
  public static Vector filled(double value, int size) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return new Vector(values);
  }

  /** These numbers, followed by zeros up to the given size, at least size(). */
  public Vector padded(int size) {
    return new Vector(Arrays.copyOf(values, size));
  }

  /** One number so many times where this is one number, else this. */
  public Vector spread(int size) {
    return values.length == 1 ? filled(values[0], size) : this;
  }

  public int size() {
    return values.length;
  }

  /** Component k, 0 <= k < size(). */
  public double at(int k) {
    return values[k];
  }

  /** A copy of the numbers. */
  public double[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
