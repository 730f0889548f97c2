/** One step of each optimiser or integrator. */
package org.escapement.dynamics;
