/** How the simulated chain on the line leaves, exactly: integral equations and coin grids. */
package org.escapement.theory.chain;
