/** Where trajectories begin, other than at a position that the job file writes down. */
package org.escapement.start;
