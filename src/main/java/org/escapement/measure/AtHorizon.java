package org.escapement.measure;

/** At the last step only. */
public record AtHorizon() implements When {
  @Override
  public long[] steps(long horizon) {
    return new long[] {horizon};
  }
}
