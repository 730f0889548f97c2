package org.escapement.objective;

import java.util.OptionalDouble;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Sampling;
import org.escapement.model.Batched;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.SampledObjective;
import org.escapement.random.Draws;

/** An objective that is a finite sum over the rows of a data set, seen by batches of them. */
interface OverRows extends SampledObjective, Curved, Batched {

  /** Its sum and how batches of it are drawn. */
  BatchedSum sum();

  /**
   * Nothing if the word of the sampling is known and there are rows enough.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void check(DataSet data, int batch, String sampling) {
    Check.in("[1, 1048576]", batch, "batch");
    Sampling.of(sampling);
    BatchSamples.checkBatch(batch, Loaded.rows(data));
  }

  @Override
  default OptionalDouble batchSize() {
    return OptionalDouble.of(sum().batch());
  }

  @Override
  default int dimension() {
    return sum().rows().dimension();
  }

  @Override
  default double cost() {
    return BatchSamples.cost(dimension(), sum().batch());
  }

  @Override
  default boolean isExact() {
    return sum().isExact();
  }

  @Override
  default Samples startSamples(Draws draws, int lanes) {
    return sum().startSamples(draws, lanes);
  }

  @Override
  default void value(double[][] w, int n, double[] out) {
    sum().whole().value(w, n, out);
  }

  @Override
  default void gradient(double[][] w, int n, double[][] out) {
    sum().whole().gradient(w, n, out);
  }

  @Override
  default void hessianTimes(double[][] w, double[][] v, int n, double[][] out) {
    sum().whole().hessianTimes(w, v, n, out);
  }
}
