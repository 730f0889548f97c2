/** Functions to descend: value and gradient. */
package org.escapement.objective;
