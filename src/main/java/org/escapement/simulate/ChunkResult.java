package org.escapement.simulate;

import java.util.Optional;

/**
 * What came of a chunk.
 *
 * @param steps made by all its trajectories together
 * @param rows of single trajectories, when some are kept: to be written where they were made, for
 *     unlike the summary they grow with the number of trajectories
 */
public record ChunkResult<S extends Summary<S>>(S summary, long steps, Optional<ExitRows> rows) {}
