/** How the exit of a diffusion is found that is simulated in steps but never stands still. */
package org.escapement.monitoring;
