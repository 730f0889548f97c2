/** Second moments of descent on least squares by batches, exact for any data. */
package org.escapement.theory.leastsquares;
