/** Data sets: rows in R^d with a target each, from formulas and from files, and batches of them. */
package org.escapement.data;
