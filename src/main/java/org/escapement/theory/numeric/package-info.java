/**
 * Numerical methods that know nothing of optimisers: quadrature, absorbing chains, matrix powers.
 */
package org.escapement.theory.numeric;
