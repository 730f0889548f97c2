/**
 * The few array loops that the compiler leaves scalar, each written twice (vector, scalar) with the
 * same bits.
 */
package org.escapement.kernel;
