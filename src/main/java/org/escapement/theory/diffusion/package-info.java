/** Exits of the diffusions that optimisers resemble: exact integrals, Kramers, quasi-potential. */
package org.escapement.theory.diffusion;
