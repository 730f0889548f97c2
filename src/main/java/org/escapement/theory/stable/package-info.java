/** One big jump: exits under stable noise. */
package org.escapement.theory.stable;
