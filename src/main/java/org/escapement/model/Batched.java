package org.escapement.model;

import java.util.OptionalDouble;

/** A noise or an objective whose gradients are means over a batch of samples. */
public interface Batched {

  /** The samples of a step; empty when their number changes from step to step. */
  OptionalDouble batchSize();
}
