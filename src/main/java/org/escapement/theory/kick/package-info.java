/** The laws of the random kick in one step: density, cumulants, moments, stable tails. */
package org.escapement.theory.kick;
