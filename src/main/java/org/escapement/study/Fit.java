package org.escapement.study;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import org.escapement.estimate.FitLaw;

/**
 * A law to be fitted to a measured quantity along an axis of the sweep.
 *
 * @param quantity such as mean_time, or the name of a reading
 * @param step of the reading; empty: the last at which it was measured
 * @param axis place of the axis in {@link Study#axes}
 * @param along places of all axes that change with it: itself and those of the same zip
 */
public record Fit(String quantity, OptionalLong step, int axis, List<Integer> along, FitLaw law)
    implements Serializable {}
