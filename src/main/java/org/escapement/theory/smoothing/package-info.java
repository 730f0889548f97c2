/** What smoothing leaves of the minima of an objective. */
package org.escapement.theory.smoothing;
