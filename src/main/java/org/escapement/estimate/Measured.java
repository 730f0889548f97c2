package org.escapement.estimate;

/**
 * A measured number to stand beside a predicted one.
 *
 * @param value in the unit of its quantity
 * @param stdError how far chance moves it, same unit; zero when all trajectories agree
 * @param estimator how it was got; an exact prediction may be compared with it unless that is
 *     {@link Estimator#EXPONENTIAL_MLE}, which assumes a law
 */
public record Measured(double value, double stdError, Estimator estimator) {}
