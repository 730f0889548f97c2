/** Estimators of rare exits that know more than the trajectories: the law of the next step. */
package org.escapement.rare;
