/**
 * Second moments of mini-batch momentum SGD on least squares, mode by mode and by generating
 * functions (Velikanov, Kuznedelev, Yarotsky 2023, arXiv 2206.11124).
 */
package org.escapement.theory.spectral;
