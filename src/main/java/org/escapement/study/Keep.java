package org.escapement.study;

import java.io.Serializable;

/**
 * Which trajectories get a row of their own in the table {@code exits}.
 *
 * @param exits trajectories below this number of every cell: 0 for none, Long.MAX_VALUE for all
 */
public record Keep(long exits) implements Serializable {}
