/** Shares of the trajectories that are inside a region at a step. */
package org.escapement.theory.inside;
