package org.escapement.theory.linear;

/** The law of one mode of a linear recursion, carried on step by step. */
public interface ModeLaw {

  /** The law after so many more steps, all alike. */
  void advance(LinearStep step, long times);

  /** That of position and memory. */
  StateLaw state();
}
