/** The master equation: how a law spreads over the line, exactly and truncated to second order. */
package org.escapement.theory.master;
