package org.escapement.simulate;

/**
 * What came of a chunk.
 *
 * @param steps made by all its trajectories together
 */
public record ChunkResult<S extends Summary<S>>(S summary, long steps) {}
