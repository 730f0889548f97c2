package org.escapement.study;

import java.io.Serializable;
import java.util.List;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;

/**
 * One point of the sweep.
 *
 * @param number its place in the sweep, from 0
 * @param key hash of its complete experiment, the seed and the version of the digits: 16 hex digits
 * @param axes the swept values in the order of {@link Study#axes}: String, Long or Double
 * @param randomKey of its random numbers
 */
public record Cell(
    int number, String key, List<Object> axes, Experiment experiment, RandomKey randomKey)
    implements Serializable {}
