/** Laws of the random kick. */
package org.escapement.noise;
