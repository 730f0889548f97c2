/** Predictions, each with source, kind (exact, asymptotic, bound) and limits of validity. */
package org.escapement.theory;
