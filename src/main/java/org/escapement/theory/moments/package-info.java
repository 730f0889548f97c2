/** Laws and moments of the point from step to step: of the chain, and of equations it resembles. */
package org.escapement.theory.moments;
