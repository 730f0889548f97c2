/** Benchmarks: how fast the kernels, a lane-step and the whole engine are. */
package org.escapement.bench;
