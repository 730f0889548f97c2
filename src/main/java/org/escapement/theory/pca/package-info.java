/** Heavy ball on streaming principal component analysis: saddle, limiting equations, optimum. */
package org.escapement.theory.pca;
