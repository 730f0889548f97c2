/**
 * Functions written as formulas: read, differentiated exactly, and compiled to loops over lanes.
 */
package org.escapement.expression;
