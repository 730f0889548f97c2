package org.escapement.study;

import java.io.Serializable;
import org.escapement.simulate.Chunk;

/**
 * A chunk of a cell, waiting to be run.
 *
 * @param keepBelow trajectories below this number get a row each in the store of exits
 * @param expectedSteps steps that its trajectories will make together, as far as is known; 0 when
 *     nothing is
 */
public record Work(Cell cell, Chunk chunk, long keepBelow, long expectedSteps)
    implements Serializable {}
