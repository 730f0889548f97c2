/** How far search directions are from the gradient: exact, stationary, and as papers bound it. */
package org.escapement.theory.noiselevel;
