package org.escapement.random;

import java.io.Serializable;

/** The 128-bit key of a cell's random numbers: what (seed, cell) is hashed to. */
public record RandomKey(long word0, long word1) implements Serializable {}
