/** Linear recursions and diffusions on the modes of a quadratic, and the laws they carry on. */
package org.escapement.theory.linear;
