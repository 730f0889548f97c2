package org.escapement.estimate;

import java.util.OptionalDouble;

/**
 * A row of the table {@code survival}: how things stood after so many steps.
 *
 * @param step steps made
 * @param time their model time
 * @param atRisk trajectories that had neither exited nor diverged by then
 * @param exited trajectories that had exited by then
 * @param survival probability not to have exited by then (Kaplan-Meier)
 * @param stdError of the survival (Greenwood); empty where that is 0 or 1
 */
public record SurvivalRow(
    long step, double time, long atRisk, long exited, double survival, OptionalDouble stdError) {}
