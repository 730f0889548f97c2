/** Escapement: distributed Monte Carlo for the stochastic dynamics of momentum SGD. */
package org.escapement;
