package org.escapement.simulate;

import org.escapement.random.RandomKey;

/**
 * What a recorder is started for.
 *
 * @param key of the random numbers of the trajectories
 * @param lanes the largest number of lanes
 */
public record Setting(Experiment experiment, RandomKey key, Chunk chunk, int lanes) {}
