package org.escapement.study.job;

/** A number that may be written as a percentage: 0.5% is 0.005. */
record Share(double value) {}
