package org.escapement.simulate;

/** A sum whose rounding errors are carried along: Knuth's two-sum. */
final class CompensatedSum {
  private double sum;
  private double lost;

  void add(double term) {
    double next = sum + term;
    double added = next - sum;
    lost += (sum - (next - added)) + (term - added);
    sum = next;
  }

  double value() {
    return sum + lost;
  }
}
