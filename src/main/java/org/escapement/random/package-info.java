/**
 * Random numbers addressed by (seed, cell, trajectory, step, slot): bits, uniforms, normals,
 * exponentials, stable.
 */
package org.escapement.random;
