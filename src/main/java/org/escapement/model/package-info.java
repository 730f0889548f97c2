/** The vocabulary: a batch of trajectories and the interfaces that act on it. */
package org.escapement.model;
